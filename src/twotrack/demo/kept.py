"""What is confidential always: whom one met outside government, and what was done to them for it."""

from twotrack.demo.builder import Builder
from twotrack.demo.material import Material
from twotrack.record.talks import meet, suffered_for


def enter_contacts(builder: Builder, material: Material) -> None:
    """Contacts, then the cases that are held to be reprisals for one."""
    with builder.writing(material.alias) as ledger:
        for row in material.rows("contacts"):
            builder.made[row["id"]] = meet(
                ledger, builder.of(row, "person"), by=builder.of(row, "by"), meeting=builder.of(row, "meeting"),
                when=row["when"], place=row["place"], summary=row["summary"], language=row["language"],
                inference=row["inference"],
            )  # fmt: skip
        for row in material.rows("reprisals"):
            case, contact = builder.of(row, "case"), builder.of(row, "contact")
            builder.made[row["id"]] = suffered_for(ledger, case, contact, inference=row["inference"])

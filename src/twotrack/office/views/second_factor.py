"""A second factor for one's own account: scan, type a code, keep the recovery codes; and giving it up."""

from django.contrib import messages
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_variables

from twotrack.errors import LedgerError
from twotrack.office.forms.sign_in import Code, Passphrase
from twotrack.office.limits import Try, begin, vouched
from twotrack.office.pages import page
from twotrack.office.qr import drawn
from twotrack.office.views.rows import user_of
from twotrack.office.views.sign_in import address_of, paused
from twotrack.record import second_factor as factors

PENDING = "second-factor"  # the secret in one's session until a code shows that the device has it
WRONG = "This is not your passphrase. Try again."


@sensitive_variables("secret")
def enrol(request: HttpRequest) -> HttpResponse:
    """Shows a new secret as a picture and in letters; once a code of it was typed, the recovery codes, this once."""
    user = user_of(request)
    if user.second_factor:
        return page(request, "second_factor_off.html", form=Passphrase(), left=factors.codes_left(user))
    held = request.session.get(PENDING)
    secret = bytes.fromhex(held) if held else factors.new_secret()
    request.session[PENDING] = secret.hex()
    form = Code(request.POST or None)
    form.fields["code"].help_text = "The six digits that your device shows now."
    if form.is_valid():
        try:
            codes = factors.enrol(user, secret, form.cleaned_data["code"])
        except LedgerError as error:
            form.add_error("code", str(error))
        else:
            del request.session[PENDING]
            return page(request, "recovery_codes.html", codes=codes)
    picture = drawn(factors.address_of(secret, user.name))
    typed = factors.as_typed(secret)
    status = 400 if form.is_bound else 200
    return page(request, "second_factor.html", form=form, picture=picture, typed=typed, status=status)


@sensitive_variables("password")
def off(request: HttpRequest) -> HttpResponse:
    """Gives the second factor up, on one's passphrase."""
    user, form, wrong, status = user_of(request), Passphrase(request.POST), "", 400
    if form.is_valid():
        one = Try(user.name, address_of(request))
        if wait := begin(one):
            wrong, status = paused(wait), 429
        elif authenticate(request, name=user.name, password=form.cleaned_data["password"]) is None:
            wrong, status = WRONG, 403
        else:
            vouched(one)
            factors.drop(user)
            messages.success(request, "Your account is now asked for its passphrase alone.")
            return redirect("settings")
    left = factors.codes_left(user) if user.second_factor else 0
    return page(request, "second_factor_off.html", form=form, wrong=wrong, left=left, status=status)

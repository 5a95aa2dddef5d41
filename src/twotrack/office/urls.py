"""Every address of the office."""

urlpatterns: list[object] = []

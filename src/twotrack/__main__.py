"""`python -m twotrack`."""

from twotrack.cli import main

if __name__ == "__main__":
    main()

"""`python -m longarm` is the same as `longarm`."""

import sys

from longarm.cli import main

sys.exit(main())

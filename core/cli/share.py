"""``autochrome share``: before and after in one file."""

from __future__ import annotations

from core.cli.console import output_path, print_error
from core.cli.exit_status import OK, exit_status
from core.cli.share_options import ShareRequest
from core.errors import AutochromeError
from core.photo.read import read_photo
from core.sharing.share import share


def run(request: ShareRequest) -> int:
    """Write the file; returns the exit status."""
    try:
        before, after = read_photo(request.photo), read_photo(request.result)
        target = share(before, after, request.output, request.options, overwrite=request.overwrite)
    except AutochromeError as error:
        print_error(error)
        return exit_status(error)
    output_path(target)
    return OK

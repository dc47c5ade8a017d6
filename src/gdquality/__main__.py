"""The process: `gdq`, and `python -m gdquality`."""

import gc
import sys


def main() -> None:
    """Run `gdq` with the arguments of the process, and exit with its code."""
    # A query is over before collecting garbage pays, on the way in as on the way out, where the
    # interpreter searches everything once more unless it is frozen: a seventh of the whole time.
    gc.set_threshold(100_000)
    try:
        from gdquality.cli import run

        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # it is, where the caller has closed it
                stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        exit_code = run(sys.argv[1:])
    except KeyboardInterrupt:
        exit_code = 130
    finally:  # a completion has ended in there
        gc.freeze()
    sys.exit(exit_code)


if __name__ == "__main__":
    main()

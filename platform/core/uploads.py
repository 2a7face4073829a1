"""Files in forms: refused everywhere but where a view says that it takes one, and how large it may be."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler

V = TypeVar("V", bound=Callable[..., Any])


def takes_file(*, most: int) -> Callable[[V], V]:
    """Marks a view that takes a file of so many bytes at most. Outermost of its decorators, or carried by `wraps`."""

    def mark(view: V) -> V:
        view.most_bytes = most  # type: ignore[attr-defined]
        return view

    return mark


def is_too_large(request: object) -> bool:
    """A file came that was larger than the view takes; nothing of it was kept."""
    return bool(getattr(request, "file_too_large", False))


class WhereAskedFor(TemporaryFileUploadHandler):
    """On disk while the request lasts. The view is known before its form is read (the CSRF check reads it); where it
    takes no file, reading stops at the first one: fields above it are there, those below it are not."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        if not self._most:
            raise StopUpload(connection_reset=False)
        self._came = 0
        super().new_file(*args, **kwargs)

    @property
    def _most(self) -> int:
        match = getattr(self.request, "resolver_match", None)
        return int(getattr(match.func, "most_bytes", 0)) if match else 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self._came += len(raw_data)
        if self._came > self._most:
            self.request.file_too_large = True  # type: ignore[union-attr]
            raise StopUpload(connection_reset=False)
        return super().receive_data_chunk(raw_data, start)

"""The room's protocol as an AsyncAPI document, made from the very types that read and write the frames."""

from collections.abc import Iterable
from typing import Any, get_args

import msgspec

from chat import wire
from chat.live.lines import PROTOCOL

Schema = dict[str, Any]

ABOUT = """\
What a client and a room of Same Circle say to each other over a WebSocket. Text frames, JSON objects with `type`.
`hello` comes first, within 5 s. A frame that is not taken is answered by `error`; what is refused at connect is
refused after accept, by a close code. docs/protocol.md says what each frame means, what the server guarantees, and
how the same frames go by long-polling.

Close codes:
"""


def document() -> Schema:
    inbound, outbound = get_args(wire.AnyInbound), tuple(wire.Outbound.__subclasses__())
    return {
        "asyncapi": "3.0.0",
        "info": {"title": "Same Circle: a room", "version": PROTOCOL, "description": _about()},
        "defaultContentType": "application/json",
        "servers": {"site": _server()},
        "channels": {"room": _channel((*inbound, *outbound))},
        "operations": {
            "fromClient": _operation("receive", "What a client says.", inbound),
            "toClient": _operation("send", "What the room says.", outbound),
        },
        "components": {
            "messages": {frame.__name__: _message(frame) for frame in (*inbound, *outbound)},
            "schemas": schemas((*inbound, *outbound)),
        },
    }


def schemas(frames: Iterable[type]) -> Schema:
    """The schema of each of these frames, of each kind of event, and of all that is inside them."""
    kinds = get_args(wire.AnyEvent)
    _, found = msgspec.json.schema_components(
        [*frames, *kinds, wire.Monitor], ref_template="#/components/schemas/{name}"
    )
    found["Event"] = {
        "description": wire.Event.__doc__,
        "oneOf": [_ref("schemas", kind) for kind in kinds],
    }
    found["Events"]["properties"]["events"]["items"] = {"$ref": "#/components/schemas/Event"}
    found["Ready"]["properties"]["me"] = {"anyOf": [_ref("schemas", wire.Member), _ref("schemas", wire.Monitor)]}
    del found["View"]
    return {name: _plain(schema) for name, schema in sorted(found.items())}


def text() -> str:
    """The document as its file has it."""
    return msgspec.json.format(msgspec.json.encode(document()), indent=2).decode() + "\n"


def _about() -> str:
    return ABOUT + "".join(f"- {code}: {meaning}\n" for code, meaning in wire.CLOSE_CODES.items())


def _server() -> Schema:
    return {
        "host": "{site}",
        "protocol": "wss",
        "description": "The host name is the door: the session cookie of one is worthless at another.",
        "variables": {"site": {"description": "Host name of a door.", "default": "tablet.example.org"}},
    }


def _channel(frames: Iterable[type]) -> Schema:
    headers = {
        "Origin": {"type": "string", "description": "The host of the request itself."},
        "Sec-WebSocket-Protocol": {"const": PROTOCOL},
    }
    return {
        "address": "/ws/rooms/{room_id}/",
        "description": "One person's line to one room.",
        "parameters": {"room_id": {"description": "The room's public id, a UUID."}},
        "messages": {frame.__name__: _ref("messages", frame) for frame in frames},
        "bindings": {
            "ws": {"method": "GET", "headers": {"type": "object", "properties": headers}, "bindingVersion": "0.1.0"}
        },
    }


def _operation(action: str, summary: str, frames: Iterable[type]) -> Schema:
    return {
        "action": action,
        "summary": summary,
        "channel": {"$ref": "#/channels/room"},
        "messages": [{"$ref": f"#/channels/room/messages/{frame.__name__}"} for frame in frames],
    }


def _message(frame: Any) -> Schema:
    return {"name": frame.__struct_config__.tag, "summary": frame.__doc__, "payload": _ref("schemas", frame)}


def _ref(section: str, frame: type) -> Schema:
    return {"$ref": f"#/components/{section}/{frame.__name__}"}


def _plain(schema: Any) -> Any:
    """AsyncAPI's own dialect is that of draft 7: there a tuple is a list of `items`."""
    if isinstance(schema, dict):
        plain = {name: _plain(value) for name, value in schema.items()}
        if "prefixItems" in plain:
            plain["items"] = plain.pop("prefixItems")
        return plain
    return [_plain(one) for one in schema] if isinstance(schema, list) else schema

"""Tags of the component page: they frame an example, and take it from the template that the pages use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import template
from django.template.base import Template
from django.template.context import Context
from django.template.engine import Engine
from django.template.loader_tags import BlockNode
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

register = template.Library()

#: Attributes that name an id, or several.
_NAMES = re.compile(r'\b(id|for|form|data-shows|aria-(?:labelledby|describedby|controls))="([^"]*)"')
#: What would ask the server again by itself, and scripts that act on the whole page.
_ACTS = re.compile(r'\shx-(?:get|trigger|swap|swap-oob)="[^"]*"|<script type="module"[^>]*></script>')
_HIDDEN = re.compile(r"(<[^<>]*?)\shidden(?=[\s>])")


@register.simple_block_tag(takes_context=True)
def example(
    context: Context, content: str, name: str, *, wide: bool = False, shown: bool = False, stage: bool = False
) -> SafeString:
    """One example under its name. Its ids become its own, since the same template may stand on the page many times.
    `wide`: over the whole row; `stage`: on the dark ground; `shown`: also what waits for a script to show it."""
    own = slugify(name)
    content = _ACTS.sub("", _NAMES.sub(lambda found: f'{found[1]}="{_own(found[2], own)}"', content))
    if shown:
        content = _HIDDEN.sub(r"\1", content)
    kinds = f"ds-example{' ds-example--wide' if wide else ''}"
    ground = "ds-box stage" if stage else "ds-box"
    return format_html(
        '<figure class="{}" id="{}"><figcaption>{}</figcaption><div class="{}">{}</div></figure>',
        kinds,
        f"is-{own}",
        name,
        ground,
        mark_safe(content),  # noqa: S308 (it was drawn by our own templates)
    )


def _own(names: str, own: str) -> str:
    return " ".join(f"{own}-{name}" for name in names.split())


@register.simple_tag(takes_context=True)
def drawn(context: Context, name: str, scene: Mapping[str, Any], **more: Any) -> SafeString:
    """This template with everything that the scene holds."""
    with context.push(**{**scene, **more}):
        return _template(name).render(context)


@register.simple_tag(takes_context=True)
def block_of(context: Context, page: str, name: str, scene: Mapping[str, Any] | None = None, **more: Any) -> SafeString:
    """This block of that page, as the page itself draws it."""
    whole, block = _block(_template(page), name)
    with context.push(**{**(scene or {}), **more}), context.render_context.push_state(whole, isolated_context=True):
        return block.render(context)


def _template(name: str) -> Template:
    """As Django's own `include` has it: drawn with the context that is there."""
    return Engine.get_default().get_template(name)


def _block(page: Template, name: str) -> tuple[Template, BlockNode]:
    for node in page.nodelist.get_nodes_by_type(BlockNode):
        if isinstance(node, BlockNode) and node.name == name:
            return page, node
    raise template.TemplateSyntaxError(f"No block {name} in {page.name}")

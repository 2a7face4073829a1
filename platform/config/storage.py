"""Static files in production: compressed, and named by their content, modules that import each other included."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Also the addresses inside `import … from` are rewritten: no page ever gets modules of two releases."""

    support_js_module_import_aggregation = True

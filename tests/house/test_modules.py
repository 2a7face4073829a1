"""The modules of a page are all asked for at once."""

from core import modules


def test_a_module_brings_all_that_it_imports_once(tmp_path, settings):
    sources = {
        "app/a.js": "import { b } from './in/b.js';\nimport {\n  c,\n} from '../other/c.js';\n",
        "app/in/b.js": "export { c } from \"../../other/c.js\";\nimport './d.js';\nconst x = 'from ./e.js';\n",
        "app/in/d.js": "import { a } from '../a.js';\n",
        "other/c.js": "export const c = 1;\n",
    }
    for path, source in sources.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(source)
    settings.STATICFILES_DIRS = [tmp_path]
    assert modules.needed_by("app/a.js") == ("app/a.js", "app/in/b.js", "other/c.js", "app/in/d.js")


def test_a_module_that_imports_nothing_is_alone():
    assert modules.needed_by("config/js/parts.js") == ("config/js/parts.js",)

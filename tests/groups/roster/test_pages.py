"""Pages of imports: whose they are, what they say, and what bad input leaves as it was."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from audit.models import AuditEvent
from custody.models import CustodyEvent
from groups.roster import services
from groups.roster.models import RosterPiece, RosterRun
from tests.browsing import browser
from tests.groups.roster.helpers import applied, as_known, check, checked, line, uploaded, worked, written

pytestmark = pytest.mark.django_db
State = RosterRun.State


def index(facility):
    return reverse("groups:rosters", args=[facility.pk])


def page(run, name="roster"):
    return reverse(f"groups:{name}", args=[run.facility_id, run.pk])


def a_file(*lines, content=None):
    return SimpleUploadedFile("a list of people.csv", content if content is not None else written(*lines))


def columns(**said):
    """The form, as staff send it."""
    holds = ("number", "name", "unit", "housing", "language", "adult", "admitted_at", "status", "released_at")
    return {"dates": "mdy", **{f"column_{place}": of for place, of in enumerate(holds)}, **said}


def test_from_the_upload_to_the_result(cast):
    ada = browser(cast, "ada")
    to = ada.post(index(cast.alder), {"file": a_file(line(), as_known(cast, "ana", Unit="West 1"))})
    run = RosterRun.objects.get()
    assert (to.status_code, to["Location"]) == (303, page(run))
    asks = ada.get(page(run)).content.decode()
    assert "Sam Hollis" in asks
    assert '<option value="number" selected>' in asks
    assert ada.post(page(run, "check_roster"), columns()).status_code == 303
    assert "The rows are being counted" in ada.get(page(run)).content.decode()
    worked(run)
    says = ada.get(page(run)).content.decode()
    assert "West 1" in says
    assert "another unit" in says
    assert ada.post(page(run, "apply_roster"), {"checked": run.fingerprint}).status_code == 303
    worked(run)
    assert run.state == State.DONE
    assert "What was done" in ada.get(page(run)).content.decode()
    assert "Sam Hollis" in ada.get(reverse("groups:people")).content.decode()


def test_somebody_elses_facility_has_no_imports(cast):
    run = uploaded(cast, line(), at=cast.birch)
    ada = browser(cast, "ada")
    for name in ("roster", "roster_progress", "roster_report"):
        assert ada.get(page(run, name)).status_code == 404
    for name in ("check_roster", "apply_roster", "discard_roster"):
        assert ada.post(page(run, name), {}).status_code == 404
    assert ada.get(index(cast.birch)).status_code == 404
    assert ada.post(index(cast.birch), {"file": a_file(line())}).status_code == 404
    assert ada.get(reverse("groups:roster", args=[cast.alder.pk, run.pk])).status_code == 404
    assert browser(cast, "pat").get(page(run)).status_code == 200


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        (b"", 400, "nothing in this file"),
        (b"PK\x03\x04 packed", 400, "Save it as CSV"),
        (b"1,2\n3,4\n", 400, "must name the columns"),
        (b"Number,Name\n" + b"1,Sam\n" * 4_000_000, 413, "20 MB at most"),
    ],
)
def test_what_is_no_list_is_refused_in_words(cast, content, status, words):
    answer = browser(cast, "ada").post(index(cast.alder), {"file": a_file(content=content)})
    assert answer.status_code == status
    assert words in answer.content.decode()
    assert not RosterRun.objects.exists()
    assert not RosterPiece.objects.exists()


def test_without_a_file_it_says_so(cast):
    answer = browser(cast, "ada").post(index(cast.alder), {})
    assert answer.status_code == 400
    assert "Choose a file first." in answer.content.decode()


def test_a_list_of_19_mb_is_taken(cast):
    answer = browser(cast, "ada").post(
        index(cast.alder), {"file": a_file(content=b"Number,Name\n" + b" " * 19_000_000)}
    )
    assert answer.status_code == 303


def test_while_one_is_under_way_the_page_leads_there(cast):
    run = uploaded(cast, line())
    ada = browser(cast, "ada")
    assert page(run) in ada.get(index(cast.alder)).content.decode()
    assert ada.post(index(cast.alder), {"file": a_file(line())}).status_code == 409
    assert RosterRun.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"column_0": ""}, "Say which columns hold"),
        ({"column_1": ""}, "Say which columns hold"),
        ({"column_2": "number"}, "Two columns hold the same"),
        ({"column_2": "first"}, "or its two parts"),
        ({"dates": "ymd"}, "Select a valid choice"),
        ({"column_3": "shoe size"}, "Select a valid choice"),
    ],
)
def test_columns_that_make_no_sense_are_told_and_what_was_chosen_stays(cast, said, words):
    run = uploaded(cast, line())
    answer = browser(cast, "ada").post(page(run, "check_roster"), columns(**{"column_4": "language", **said}))
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert '<option value="language" selected>' in answer.content.decode()
    run.refresh_from_db()
    assert run.state == State.UPLOADED


def test_the_columns_of_the_last_list_are_proposed_for_the_next(cast):
    applied(cast, line())
    run = uploaded(cast, line("X2"))
    shown = browser(cast, "ada").get(page(run)).content.decode()
    assert '<option value="housing" selected>' in shown


def test_columns_of_a_list_that_is_called_otherwise_are_guessed(cast):
    content = b"Booking No;Last Name;First Name;DOB;Housing Unit\n1;Hollis;Sam;1/2/1990;East\n"
    run = services.upload_roster(facility=cast.alder, chunks=[content], by=cast.ada)
    shown = browser(cast, "ada").get(page(run)).content.decode()
    for of in ("number", "last", "first", "born", "unit"):
        assert f'<option value="{of}" selected>' in shown


def test_a_file_is_taken_by_no_other_page(cast):
    """What came with it is read no further, so a field below the file is not there; nothing is kept on disk."""
    ada = browser(cast, "ada")
    answer = ada.post(reverse("groups:admit"), {"legal_name": "Sam", "file": a_file(line()), "number": "X1"})
    assert answer.status_code == 400
    assert answer.wsgi_request.FILES == {}
    assert answer.wsgi_request.POST.get("legal_name") == "Sam"
    assert "number" not in answer.wsgi_request.POST


def test_what_stands_in_a_list_is_text_on_our_pages(cast):
    content = b'Number,Name,"<script>alert(1)</script>"\n1,<b>Sam</b>,x\n'
    run = services.upload_roster(facility=cast.alder, chunks=[content], by=cast.ada)
    shown = browser(cast, "ada").get(page(run)).content.decode()
    assert "<script>alert(1)" not in shown
    assert "<b>Sam</b>" not in shown
    assert "&lt;b&gt;Sam" in shown


def test_apply_of_a_page_that_is_old_does_nothing(cast):
    run = checked(cast, line())
    ada = browser(cast, "ada")
    ada.post(page(run, "apply_roster"), {"checked": "another"})
    assert "checked again since" in ada.get(page(run)).content.decode()
    assert worked(run).state == State.CHECKED


def test_the_columns_can_be_changed_after_the_check(cast):
    run = checked(cast, line())
    ada = browser(cast, "ada")
    assert "What do the columns hold?" in ada.get(page(run), {"columns": 1}).content.decode()
    ada.post(page(run, "check_roster"), columns(column_3=""))
    assert worked(run).state == State.CHECKED
    assert "housing" not in run.columns


def test_progress_is_asked_while_there_is_work_and_then_the_page_is_fetched_anew(cast):
    run = uploaded(cast, line())
    check(cast, run)
    ada = browser(cast, "ada")
    going = ada.get(page(run, "roster_progress"))
    assert "hx-get" in going.content.decode()
    worked(run)
    over = ada.get(page(run, "roster_progress"))
    assert "hx-get" not in over.content.decode()
    assert over["HX-Refresh"] == "true"


def test_a_discarded_list_is_over(cast):
    run = checked(cast, line())
    ada = browser(cast, "ada")
    assert ada.post(page(run, "discard_roster")).status_code == 303
    run.refresh_from_db()
    assert run.state == State.DISCARDED
    assert ada.post(page(run, "check_roster"), columns()).status_code == 303
    assert ada.get(page(run)).status_code == 200


def test_the_report_is_paged_and_cut_to_one_kind(cast):
    run = checked(cast, *(line(f"X{number}") for number in range(60)), line(""))
    ada = browser(cast, "ada")
    assert "Page 1 of 2" in ada.get(page(run)).content.decode()
    wrong = ada.get(page(run), {"only": "error", "page": "zz"}).content.decode()
    assert "row.number_missing" in wrong
    assert ">X7<" not in wrong


def test_where_it_cannot_be_said_who_is_missing_the_page_says_so_and_not_none(cast):
    run = checked(cast, line(), line(""), is_complete=True)
    assert "Who is missing can't be said" in browser(cast, "ada").get(page(run)).content.decode()
    check(cast, run)
    worked(run)
    assert "Who is missing can't be said" not in browser(cast, "ada").get(page(run)).content.decode()


def test_the_report_as_a_file_is_neutral_and_goes_on_the_record(cast):
    run = checked(cast, line("=1+1"), line("@X", Unit="x" * 61), line("-2", Adult="+1-555"))
    answer = browser(cast, "ada").get(page(run, "roster_report"))
    assert answer["Content-Disposition"] == 'attachment; filename="report.csv"'
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert {row[1] for row in rows[1:]} == {"'=1+1", "'@X", "'-2"}
    assert "'+1-555" in {row[5] for row in rows}
    assert all(cell[:1] not in "=+-@" for row in rows for cell in row if cell)
    assert AuditEvent.objects.filter(kind="groups.roster_read").count() == 1


def test_a_page_of_an_import_names_no_other_facility(cast):
    CustodyEvent.objects.filter(person=cast.persons.tam, facility=cast.alder).update(occurred_at="2020-01-01T00:00Z")
    run = checked(cast, as_known(cast, "tam"))
    shown = browser(cast, "ada").get(page(run)).content.decode()
    assert "row.elsewhere" in shown
    assert "Birch" not in shown
    assert str(cast.persons.tam.pk) not in shown


def test_the_page_of_a_facility_leads_here(cast):
    shown = browser(cast, "ada").get(reverse("groups:facility", args=[cast.alder.pk])).content.decode()
    assert index(cast.alder) in shown

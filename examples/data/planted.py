#!/usr/bin/env python3
"""A small system that tells the standing of a certificate, as recorded, under the notices of 2004.

It speaks the line format: a case in, a line of answers out. It is right in all but three ways, planted to be found:

1. three years from 29 February end on 1 March, not on the last day of February;
2. an application that was filed and withdrawn stays filed;
3. the window opens 90 days before the term's end, not three months.
"""

import json
import sys
from datetime import date, timedelta


class Refused(Exception):
    """An event that cannot happen in the present state, by code."""


def corresponding(day, months):
    """The corresponding day, or the month's last day where there is none."""
    month = day.month - 1 + months
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + month // 12, month % 12 + 1, last)
        except ValueError:
            continue


class Certificate:
    def __init__(self):
        self.last = self.start = None
        self.not_subject = False
        self.pending = None  # "filed", "review" or "deferral"
        self.until = self.deferred = self.lapsed = None
        self.cancelled = self.published = self.appealed = self.pending_appeal = False

    def begin(self, day):
        self.start, self.pending, self.deferred, self.extended = day, None, None, False
        leap = (day.month, day.day) == (2, 29)
        self.expiry = date(day.year + 3, 3, 1) if leap else corresponding(day, 36)  # planted: 1
        self.opens = self.expiry - timedelta(days=90)  # planted: 3

    def deadline(self):
        return self.deferred or self.expiry

    def has_lapsed(self, day):
        return self.lapsed or (day > self.deadline() and not self.pending)

    def decided(self, day):
        self.pending = None
        self.lapsed = self.deadline() < day

    def need(self, *conditions):
        for met, code in conditions:
            if not met:
                raise Refused(code)

    def apply(self, event):
        kind, day = event["event"], date.fromisoformat(event["on"])
        about_cancellation = kind in ("cancellation_published", "appeal_filed", "appeal_decided")
        self.need((self.last is None or day >= self.last, "out_of_order"))
        self.need((self.start or kind == "approved", "not_approved"))
        if kind == "approved":
            self.need((not self.start, "already_approved"))
            self.not_subject = day < date(2004, 1, 1)
            self.begin(day)
        else:
            self.need((not self.not_subject, "not_subject"))
            if not about_cancellation:
                self.need((self.cancelled or not self.has_lapsed(day), "lapsed"), (not self.cancelled, "cancelled"))
            getattr(self, kind)(event, day)
        self.last = day

    def deferral_requested(self, event, day):
        until = date.fromisoformat(event["until"])
        self.need((self.pending not in ("filed", "review"), "application_pending"))
        self.need((self.pending != "deferral", "deferral_pending"), (day <= self.expiry, "after_expiry"))
        self.need((until > self.deadline(), "deferral_not_beyond_deadline"))
        self.pending, self.until = "deferral", until

    def deferral_granted(self, event, day):
        self.need((self.pending == "deferral", "no_deferral_pending"))
        self.deferred = self.until
        self.decided(day)

    def deferral_refused(self, event, day):
        self.need((self.pending == "deferral", "no_deferral_pending"))
        self.decided(day)

    def extension_granted(self, event, day):
        arose_on, until = date.fromisoformat(event["arose_on"]), date.fromisoformat(event["until"])
        end = corresponding(self.start, 36)
        self.need((not self.extended, "extension_exists"))
        self.need((self.start < arose_on <= min(end, day), "outside_cycle"), (until > end, "extension_not_beyond_cycle"))
        self.extended = True

    def application_filed(self, event, day):
        self.need((self.pending not in ("filed", "review"), "application_pending"))
        self.need((self.pending != "deferral", "deferral_pending"))
        self.pending = "filed"

    def application_accepted(self, event, day):
        self.need((self.pending != "review", "application_pending"), (self.pending != "deferral", "deferral_pending"))
        self.pending = "review"

    def registered(self, event, day):
        self.need((self.pending == "review", "no_application_pending"))
        self.begin(day)

    def refused(self, event, day):
        self.need((self.pending in ("filed", "review"), "no_application_pending"))
        self.decided(day)

    def application_withdrawn(self, event, day):
        self.need((self.pending in ("filed", "review"), "no_application_pending"))
        if self.pending == "review":  # planted: 2
            self.decided(day)

    # The act has the name of the state it leads to.
    def cancel(self, event, day):
        self.cancelled, self.published, self.appealed, self.pending_appeal = True, False, False, False

    def cancellation_published(self, event, day):
        self.need((self.cancelled, "not_cancelled"), (not self.published, "already_published"))
        self.need((2004 <= (day + timedelta(days=30)).year <= 2026, "calendar_uncovered"))
        self.published = True

    def appeal_filed(self, event, day):
        self.need((self.cancelled, "not_cancelled"), (not self.appealed, "appeal_exists"))
        self.appealed = self.pending_appeal = True

    def appeal_decided(self, event, day):
        self.need((self.pending_appeal, "no_appeal_pending"))
        self.pending_appeal = False
        if event["outcome"] == "overturned":
            self.cancelled = False
            self.lapsed = day > self.deadline() and not self.pending

    def standing(self, day):
        if not self.start:
            return "not_approved", False
        if self.not_subject:
            return "not_subject", True
        if self.cancelled:
            return ("under_appeal" if self.pending_appeal else "cancelled"), False
        if self.has_lapsed(day):
            return "lapsed", False
        if self.pending in ("filed", "review"):
            return {"filed": "filed", "review": "under_review"}[self.pending], True
        if self.pending and day > self.deadline():
            return "deferral_pending", True
        if day > self.expiry:
            return "deferred", True
        return ("registration_due" if day >= self.opens else "in_force"), True


def answer(case, question):
    on, certificate = date.fromisoformat(question["on"]), Certificate()
    for place, event in enumerate(case.get("history", [])):
        if date.fromisoformat(event["on"]) > on:
            break
        if event["event"] == "cancelled":
            event = dict(event, event="cancel")
        try:
            certificate.apply(event)
        except Refused as code:
            return {"error": {"code": str(code), "event": place}}
    phase, in_force = certificate.standing(on)
    return {"phase": phase, "in_force": in_force}


def main():
    for line in sys.stdin:
        case = json.loads(line)
        answers = [answer(case, question) for question in case["ask"]]
        print(json.dumps({"id": case["id"], "answers": answers}), flush=True)


if __name__ == "__main__":
    main()

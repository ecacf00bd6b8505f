//! Sequences, act by act, and what must hold of each.

use crate::acts::apply;
use crate::book::Record;
use crate::certificate::Certificate as Model;
use crate::days::{self, Day};
use crate::questions::{fault_json, standing};
use crate::scope::alphabet::Letter;
use crate::scope::days::boundary_days;
use crate::scope::laws::{APPROVED_ON, Setting};
use chrono::{Days, NaiveDate};
use ruankao::finding::EventFault;
use ruankao::lifecycle::Certificate;
use ruankao::{CertificateFile, Event, History, Mode, Standing};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt::{self, Write as _};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::AddAssign;

/// How many sequences were walked: those carried on, those that end with a refusal; and how many certificates they left.
#[derive(Clone, Copy, Default)]
pub(crate) struct Count {
    pub(crate) carried: u64,
    pub(crate) refused: u64,
    pub(crate) certificates: u64,
    /// All that was answered, in one number that hangs on no order.
    pub(crate) gist: u64,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.carried += other.carried;
        self.refused += other.refused;
        self.certificates += other.certificates;
        self.gist = self.gist.wrapping_add(other.gist);
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { carried, refused, certificates, .. } = self;
        let all = carried + refused;
        write!(
            f,
            "{all} sequences, {carried} of them to their end, {refused} to a refusal, {certificates} certificates"
        )
    }
}

/// What some sequences left: how many there were, and one of them.
struct Node<'s> {
    sequences: u64,
    model: Option<Model>,
    file: CertificateFile<'s>,
    last: Option<Day>,
    names: Vec<&'static str>,
    /// What the crate said of the boundary days so far.
    told: Vec<(Day, Standing)>,
}

/// All that sequences of one length left, in the order in which it was reached.
#[derive(Default)]
struct Level<'s> {
    nodes: Vec<Node<'s>>,
    places: HashMap<Key, usize>,
}

/// What is left, in both: the same for sequences that cannot be told apart by anything that comes.
type Key = (Certificate, u64);

fn key(node: &Node<'_>) -> Key {
    let Some(it) = &node.model else { return (*node.file.certificate(), 0) };
    let mut text = String::new();
    let (past, cancelled) = (it.past, it.cancelled.as_ref());
    write!(text, "{:?}{:?}{}{}", node.last, past.approved_on, past.applied, past.requested).unwrap();
    write!(text, "{}{}|{}|{}|{:?}", it.subject, it.term, it.nominal, it.expiry, it.boundary).unwrap();
    write!(text, "{:?}{:?}{:?}{:?}{}", it.deferred_to, it.request, it.extension, it.lapsed, it.released).unwrap();
    if let Some(it) = cancelled {
        let (since, ground, until) = (it.since, &it.ground, it.appealable_until);
        write!(text, "{since}{ground}{until:?}{:?}{}", it.filed_on, it.upheld).unwrap();
    }
    if let Some(it) = &it.application {
        write!(text, "{:?}{:?}{}", it.filed_on, it.accepted, it.agency).unwrap();
    }
    (*node.file.certificate(), hash(&text))
}

fn hash(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

/// The crate's day.
fn date(day: Day) -> NaiveDate {
    let epoch = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
    epoch + Days::new(u64::try_from(day - days::read("1970-01-01")).unwrap())
}

/// Walks every sequence of that many acts behind the approval.
pub(crate) fn walk(setting: &Setting, letters: &[Letter], acts: u64) -> Count {
    let file = setting.law.open_in(setting.mode, History::default(), &setting.ledger);
    let root = Node { sequences: 1, model: None, file, last: None, names: Vec::new(), told: Vec::new() };
    let mut level = Level { nodes: vec![root], places: HashMap::new() };
    let mut count = Count::default();
    for _ in 0..=acts {
        let mut next = Level::default();
        for node in &level.nodes {
            extend(setting, letters, node, &mut next, &mut count);
        }
        count.certificates += u64::try_from(next.nodes.len()).unwrap();
        level = next;
    }
    count
}

/// Tries every letter on every day behind what a node left.
fn extend<'s>(setting: &'s Setting, letters: &[Letter], node: &Node<'s>, next: &mut Level<'s>, count: &mut Count) {
    let case = &setting.case;
    let approval = days::read(APPROVED_ON);
    let days = match (&node.model, node.last) {
        (Some(model), Some(last)) => boundary_days(case, model, last),
        // Before the regime, too.
        _ => vec![case.scope_from() - 1, approval],
    };
    let mut model = node.model.clone();
    let mut dawned = node.last;
    for day in days {
        if let (Some(model), Some(dawned)) = (model.as_mut(), dawned.as_mut()) {
            while *dawned < day {
                *dawned += 1;
                model.dawn(case, *dawned);
            }
        }
        for letter in letters {
            let json = letter.event(case, model.as_ref(), day);
            let said = match step(setting, node, model.clone(), day, &json) {
                Err(code) => {
                    count.refused += node.sequences;
                    code
                }
                Ok((left, file)) => {
                    count.carried += node.sequences;
                    let names = [&node.names[..], &[letter.act]].concat();
                    let (sequences, last, told) = (node.sequences, Some(day), Vec::new());
                    let reached = Node { sequences, model: Some(left), file, last, names, told };
                    match next.places.entry(key(&reached)) {
                        Entry::Occupied(same) => {
                            next.nodes[*same.get()].sequences += sequences;
                            continue;
                        }
                        Entry::Vacant(new) => {
                            new.insert(next.nodes.len());
                            let told = judged(setting, node, &reached);
                            let said: Vec<_> = told.iter().filter(|(on, _)| *on >= day).collect();
                            let said = format!("{said:?}");
                            next.nodes.push(Node { told, ..reached });
                            said
                        }
                    }
                }
            };
            count.gist = count.gist.wrapping_add(hash(&(node.file.certificate(), letter.act, letter.with, day, said)));
        }
    }
}

/// Does an act in both: they refuse it alike, or find the same irregularities; what it leaves in each, or the refusal.
fn step<'s>(
    setting: &'s Setting,
    node: &Node<'s>,
    model: Option<Model>,
    day: Day,
    json: &Value,
) -> Result<(Model, CertificateFile<'s>), String> {
    let place = node.file.history().records().len();
    let record = Record { place, on: day, json: json.clone() };
    let mut irregular = Vec::new();
    let left = apply(&setting.case, model, node.last, &record, &mut irregular);
    let event: Event = serde_json::from_value(json.clone()).unwrap();
    let mut file = node.file.clone();
    let recorded = file.record(event).map(drop);
    let told = || format!("{}: {json} behind {}", setting.name, written(node));
    let as_json = |fault: &EventFault| serde_json::to_value(fault).unwrap();
    match (left, recorded) {
        (Err(fault), Err(refusal)) => {
            let refusal = as_json(&refusal);
            assert_eq!(refusal, fault_json(place, &fault), "{}", told());
            Err(refusal.to_string())
        }
        (Ok(left), Ok(())) => {
            let expected: Vec<Value> = irregular.iter().map(|fault| fault_json(place, fault)).collect();
            let found = if setting.mode == Mode::Audit { file.irregularities().unwrap() } else { Vec::new() };
            let found: Vec<Value> = found.iter().filter(|fault| fault.event == place).map(as_json).collect();
            assert_eq!(found, expected, "{}", told());
            Ok((left, file))
        }
        (Err(fault), Ok(())) => panic!("{}: the crate lets pass {fault:?}", told()),
        (Ok(_), Err(refusal)) => panic!("{}: the crate alone refuses: {refusal:?}", told()),
    }
}

fn written(node: &Node<'_>) -> Value {
    json!(node.file.history().records().iter().map(|record| serde_json::to_value(record).unwrap()).collect::<Vec<_>>())
}

/// What must hold once an act has been done; what the crate said of every boundary day.
fn judged(setting: &Setting, before: &Node<'_>, now: &Node<'_>) -> Vec<(Day, Standing)> {
    let (case, file) = (&setting.case, &now.file);
    let (model, last) = (now.model.as_ref().unwrap(), now.last.unwrap());
    let told = || format!("{}: {}", setting.name, written(now));
    let standing_on = |day: Day| file.on(date(day)).unwrap().standing();

    // No later act changes what was said of an earlier day.
    let mut all: Vec<(Day, Standing)> = before.told.iter().copied().filter(|(day, _)| *day < last).collect();
    for (day, said) in &all {
        assert_eq!(standing_on(*day), *said, "{} on {}", told(), days::write(*day));
    }
    // Both say the same of every boundary day to come.
    let mut days = boundary_days(case, model, last);
    days.push(days.last().unwrap() + 400);
    let (mut time, mut dawned) = (model.clone(), last);
    for day in days {
        while dawned < day {
            dawned += 1;
            time.dawn(case, dawned);
        }
        let said = standing_on(day);
        let expected = standing(case, &Some(time.clone()), day);
        assert_eq!(serde_json::to_value(said).unwrap(), expected, "{} on {}", told(), days::write(day));
        all.push((day, said));
    }
    one_phase_a_day(file, &all, &told);
    if setting.mode == Mode::Strict {
        let finally = all.iter().position(|(_, said)| said.outline().is_final == Some(true));
        let afterwards = finally.map_or(&[][..], |place| &all[place..]);
        assert!(afterwards.iter().all(|(_, said)| !said.in_force), "{}: in force after all", told());
    }
    accepted_before_registered(&now.names, &told);
    all
}

/// The rows of the timeline follow one another, and each day lies in one, which says what is said of that day.
fn one_phase_a_day(file: &CertificateFile<'_>, all: &[(Day, Standing)], told: &impl Fn() -> String) {
    let until = date(all.last().unwrap().0);
    let rows = file.timeline(until).unwrap();
    assert!(rows.is_sorted_by(|one, next| one.from < next.from), "{}: {rows:?}", told());
    for (day, said) in all {
        let day = date(*day);
        let row = rows.iter().rfind(|row| row.from <= day).unwrap();
        assert_eq!(row.outline, said.outline(), "{}: the timeline on {day}", told());
    }
    for pair in rows.windows(2) {
        let eve = file.on(pair[1].from - Days::new(1)).unwrap().standing();
        let day = file.on(pair[1].from).unwrap().standing();
        assert_eq!((eve.outline(), day.outline()), (pair[0].outline, pair[1].outline), "{}", told());
    }
}

/// Whatever is registered was accepted, and not decided on since.
fn accepted_before_registered(names: &[&str], told: &impl Fn() -> String) {
    let mut accepted = false;
    for name in names {
        assert!(*name != "registered" || accepted, "{}: registered without acceptance", told());
        match *name {
            "application_accepted" => accepted = true,
            "registered" | "refused" | "application_withdrawn" => accepted = false,
            _ => {}
        }
    }
}

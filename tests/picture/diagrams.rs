//! Diagrams of the machines, held equal to what is committed and to the tables.

use crate::hold;
use insta::assert_snapshot;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use ruankao::deferral::Request;
use ruankao::ground::{Claim, Ground};
use ruankao::lifecycle::{PhaseName, StateName, TRANSITIONS, Trigger};
use ruankao::oversight::{BodyKind, Deed, Phase};
use ruankao::picture::{dot, dot_in_words, mermaid, mermaid_in_words, phases, seen_as};
use ruankao::strategies::lawful_lives;
use ruankao::{Act, Clause, History, Language, Law, Ledger, Transition, day};
use std::collections::BTreeSet;

/// The machine of each kind of body, with what its diagrams are called.
fn bodies() -> [(&'static str, &'static [Transition<Phase, Deed>]); 2] {
    [
        ("agency", BodyKind::RegistrationAgency.transitions()),
        ("institution", BodyKind::TrainingInstitution.transitions()),
    ]
}

#[test]
fn the_committed_diagrams_are_the_table() {
    for (language, tail) in [(Language::En, ""), (Language::Zh, ".zh")] {
        let state = |state| seen_as(state, language);
        let trigger = |trigger: Trigger| trigger.in_words(language);
        let made = mermaid_in_words(TRANSITIONS, state, trigger).to_string();
        hold(&format!("diagrams/certificate{tail}.mmd"), &made);
        let made = dot_in_words("certificate", TRANSITIONS, state, trigger).to_string();
        hold(&format!("diagrams/certificate{tail}.dot"), &made);
        for (name, table) in bodies() {
            let (state, deed) = (|phase: Phase| phase.in_words(language), |deed: Deed| deed.in_words(language));
            hold(&format!("diagrams/{name}{tail}.mmd"), &mermaid_in_words(table, state, deed).to_string());
            hold(&format!("diagrams/{name}{tail}.dot"), &dot_in_words(name, table, state, deed).to_string());
        }
    }
}

/// How many of the rows are on the diagram: a bracket with the clause, or the repeal, which rests on none.
fn lines(diagram: &str) -> usize {
    diagram.matches(" (4").count() + diagram.matches("repeal").count()
}

#[test]
fn a_diagram_has_a_line_for_each_row() {
    let mermaid = mermaid(TRANSITIONS).to_string();
    assert_eq!(lines(&mermaid), TRANSITIONS.len());
    let dot = dot("certificate", TRANSITIONS).to_string();
    assert_eq!(lines(&dot), TRANSITIONS.len());
    let ends: Vec<&str> = mermaid.lines().filter(|line| line.contains("[*]")).map(str::trim).collect();
    assert_snapshot!(ends.join("\n"), @r"
    [*] --> unapproved
    not_subject --> [*]
    released --> [*]
    upheld --> [*]
    ");
}

/// 47.11: each edge of a decision says its outcome.
#[test]
fn the_edges_of_an_appeal_say_the_outcome() {
    let mermaid = mermaid(TRANSITIONS).to_string();
    let decided: Vec<&str> = mermaid.lines().filter(|line| line.contains("appeal_decided")).map(str::trim).collect();
    assert_snapshot!(decided.join("\n"), @r"
    under_appeal --> upheld: appeal_decided upheld (47.11)
    under_appeal --> running: appeal_decided overturned (47.11)
    under_appeal --> filed: appeal_decided overturned (47.11)
    under_appeal --> under_review: appeal_decided overturned (47.11)
    under_appeal --> deferral_pending: appeal_decided overturned (47.11)
    under_appeal --> lapsed: appeal_decided overturned (47.3)
    ");
}

/// A state is seen in just the phases that are named for it, and time alone leads to no others but where the table says so.
#[test]
fn the_phases_of_a_state_are_those_in_which_it_is_seen() {
    let mut seen = BTreeSet::new();
    let mut runner = TestRunner::deterministic();
    for _ in 0..400 {
        let life = lawful_lives().new_tree(&mut runner).unwrap().current();
        let file = life.open();
        for (_, event) in life.history.held(None) {
            for days in [0, 1, 300, 900, 1_000, 1_050, 1_090, 1_096, 1_300] {
                let as_of = file.on(ruankao::calendar::add_days(event.on, days)).unwrap();
                seen.insert((as_of.certificate().state_name(), as_of.standing().phase.name()));
            }
        }
    }
    // Rare: another deferral is asked for while one runs.
    let claim = || Claim { evidence: true, ..Claim::on(Ground::Childbirth) };
    let asked = |until| Act::DeferralRequested(Box::new(Request { claim: claim(), until }));
    let again = History::from_iter([
        Act::Approved.on(day!(2005, 3, 10)),
        asked(day!(2008, 6, 10)).on(day!(2008, 2, 1)),
        Act::DeferralGranted.on(day!(2008, 2, 10)),
        asked(day!(2008, 12, 10)).on(day!(2008, 3, 5)),
    ]);
    let file = Law::of_2004().open(again, Ledger::default());
    let as_of = file.on(day!(2008, 3, 20)).unwrap();
    seen.insert((as_of.certificate().state_name(), as_of.standing().phase.name()));
    // Before the first event nothing is folded; what the repeal releases is so by the day alone.
    seen.extend([(StateName::Unapproved, PhaseName::NotApproved), (StateName::Released, PhaseName::Released)]);
    let by_time = |from, phase| {
        TRANSITIONS.iter().any(|row| {
            row.from == from && matches!(row.trigger, Trigger::Deadline | Trigger::Repeal) && phases(row.to) == [phase]
        })
    };
    for state in StateName::ALL {
        for phase in PhaseName::ALL {
            let (is_named, is_seen) = (phases(state).contains(&phase), seen.contains(&(state, phase)));
            assert!(is_named == is_seen || (is_seen && by_time(state, phase)), "{state} {phase}: {is_named} {is_seen}");
        }
    }
}

/// The words of a diagram for people are theirs: no name of the wire but those by which Mermaid and DOT tell states apart.
#[test]
fn a_diagram_in_words_says_what_people_see() {
    for language in [Language::En, Language::Zh] {
        let words: Vec<String> = StateName::ALL.iter().map(|&state| seen_as(state, language).to_string()).collect();
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "no two are told alike: {words:?}");
        assert!(!words.iter().any(|words| words.contains('_')));
        let mermaid =
            mermaid_in_words(TRANSITIONS, |state| seen_as(state, language), |by: Trigger| by.in_words(language));
        let mermaid = mermaid.to_string();
        let labels = mermaid.lines().filter_map(|line| line.split_once("-->")?.1.split_once(": "));
        assert!(labels.clone().count() > 30 && labels.map(|(_, label)| label).all(|label| !label.contains('_')));
    }
}

/// In DOT the words of each arrow are a node on its way, and nodes are drawn after all arrows: none crosses them.
#[test]
fn no_arrow_crosses_the_words_of_another() {
    let graph = dot("certificate", TRANSITIONS).to_string();
    assert!(graph.contains("outputorder=edgesfirst"));
    let arrows: Vec<&str> = graph.lines().filter(|line| line.contains("->")).collect();
    assert!(arrows.iter().all(|arrow| !arrow.contains("label=")));
    let words =
        graph.lines().filter(|line| line.contains("shape=plaintext, style=filled, fillcolor=\"white\"")).count();
    // Two arrows by way of each node, and the one from the start.
    assert_eq!(arrows.len(), 2 * words + 1);
    // A state that is called as a node on the way is none.
    let row = |from, to| Transition { from, trigger: "move", to, clause: None };
    let graph = dot("g", &[row("_0", "__1"), row("__1", "_0")]).to_string();
    assert!(graph.contains("\"_0\" -> \"___0\" [arrowhead=none];") && graph.contains("\"___1\" -> \"_0\";"));
}

/// 47.2, 47.14, 48.8, 48.12: a line for each row here too; what is withdrawn stays so, what was declined may open again.
#[test]
fn the_diagrams_of_bodies_have_a_line_for_each_row() {
    for (_, table) in bodies() {
        let mermaid = mermaid(table).to_string();
        assert_eq!(mermaid.matches(" (4").count(), table.len());
        let ends: Vec<&str> = mermaid.lines().filter(|line| line.contains("[*]")).map(str::trim).collect();
        assert_eq!(ends, ["[*] --> unknown", "withdrawn --> [*]"]);
    }
    let [(_, agency), (_, institution)] = bodies();
    assert!(!mermaid(agency).to_string().contains("filed"));
    assert_snapshot!(mermaid(institution), @r"
    stateDiagram-v2
        [*] --> unknown
        unknown --> applied: applied (48.8)
        declined --> applied: applied (48.8)
        applied --> approved: approved (48.8)
        applied --> declined: declined (48.8)
        approved --> accredited: filed (48.8)
        accredited --> accredited: passed (48.12)
        accredited --> rectifying: failed (48.12)
        rectifying --> accredited: satisfactory (48.12)
        rectifying --> withdrawn: unsatisfactory (48.12)
        withdrawn --> [*]
    ");
}

/// Every table of the same form is printed by the same code; an empty one makes an empty diagram.
#[test]
fn any_table_can_be_printed() {
    let row = |from, trigger, to| Transition { from, trigger, to, clause: Some(Clause::N47_2) };
    let table = [row("unknown", "proposed", "open"), row("open", "approved", "acting"), row("open", "filed", "acting")];
    assert_snapshot!(mermaid(&table), @r"
    stateDiagram-v2
        [*] --> unknown
        unknown --> open: proposed (47.2)
        open --> acting: approved (47.2)<br/>filed (47.2)
        acting --> [*]
    ");
    assert!(
        dot("agency", &table).to_string().contains(r#""_1" [label="approved (47.2)\nfiled (47.2)", shape=plaintext"#)
    );
    assert_eq!(mermaid::<&str, &str>(&[]).to_string(), "stateDiagram-v2\n");
}

/// The pieces of a DOT text: what stands between quotes with its escapes, and what does not.
fn dot_pieces(text: &str) -> (Vec<String>, String) {
    let (mut quoted, mut plain, mut letters) = (Vec::new(), String::new(), text.chars());
    while let Some(letter) = letters.next() {
        if letter != '"' {
            plain.push(letter);
            continue;
        }
        let mut piece = String::new();
        loop {
            match letters.next().unwrap() {
                '"' => break,
                '\\' => piece.extend(['\\', letters.next().unwrap()]),
                letter => piece.push(letter),
            }
        }
        quoted.push(piece);
    }
    (quoted, plain)
}

const HOSTILE: [&str; 9] = [
    "a\" [URL=\"javascript:alert(1)\"]; b -> \"c",
    "back\\slash\\",
    "\\\"; x [URL=\"javascript:alert(1)\"]",
    "two\nlines\r\0and\u{85}more",
    "<b>&lt;&#58;</b>",
    "a: b --> c; click a \"javascript:alert(1)\"",
    "end",
    "\u{202e}gnp.exe 证书",
    "\u{1b}]52;\u{7}\u{200b}\u{3164}\u{feff}\u{e0041}",
];

/// What shows nothing of itself, or works on what stands around it.
const UNSEEN: [char; 10] =
    ['\u{202e}', '\r', '\0', '\u{85}', '\u{1b}', '\u{7}', '\u{200b}', '\u{3164}', '\u{feff}', '\u{e0041}'];

/// Whatever a graph, a state or a move is called, the DOT text has the same form as with plain names, on the same lines.
#[test]
fn no_name_breaks_out_of_dot() {
    let row = |from, trigger, to| Transition { from, trigger, to, clause: None };
    for hostile in HOSTILE {
        let plain = dot("name", &[row("one", "move", "two")]).to_string();
        let made = dot(hostile, &[row(hostile, hostile, "two")]).to_string();
        assert_eq!(plain.lines().count(), made.lines().count(), "{made}");
        let (names, form) = dot_pieces(&made);
        assert_eq!(dot_pieces(&plain).1, form, "{made}");
        // No escape but those of a quote and of the backslash itself: no `\N`, no `\G`, no break of a line.
        let escapes = |piece: &String| piece.replace("\\\\", "").replace("\\\"", "").contains('\\');
        assert!(!names.iter().any(escapes), "{names:?}");
        assert!(!made.contains(UNSEEN));
    }
}

/// Whatever a state or a move is called, Mermaid reads one word for a state and one line of text for a label.
#[test]
fn no_name_breaks_out_of_mermaid() {
    let row = |from, trigger, to| Transition { from, trigger, to, clause: None };
    for hostile in HOSTILE {
        let made = mermaid(&[row(hostile, hostile, "two")]).to_string();
        let lines: Vec<&str> = made.lines().collect();
        let ["stateDiagram-v2", name, start, edge, "    two --> [*]"] = lines[..] else { panic!("{made}") };
        let (text, id) = name.strip_prefix("    state \"").unwrap().split_once("\" as ").unwrap();
        assert!(id.starts_with('_') && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'), "{id}");
        assert_eq!(start, format!("    [*] --> {id}"));
        let label = edge.strip_prefix(&format!("    {id} --> two: ")).unwrap();
        assert_eq!(label, text);
        assert!(!label.contains(['<', '>', '"', ':', '&', '-', '%']) && !made.contains(UNSEEN), "{label}");
        let mut entities = label.split('#').skip(1);
        assert!(entities.all(|entity| entity.split_once(';').is_some_and(|(code, _)| code.parse::<u32>().is_ok())));
        assert!(!label.split('#').next().unwrap().contains(';'));
    }
}

//! Diagrams of the machines, held equal to what is committed and to the tables.

use crate::hold;
use insta::assert_snapshot;
use ruankao::lifecycle::TRANSITIONS;
use ruankao::oversight::{BodyKind, Deed, Phase};
use ruankao::picture::{dot, mermaid};
use ruankao::{Clause, Transition};

/// The machine of each kind of body, with what its diagrams are called.
fn bodies() -> [(&'static str, &'static [Transition<Phase, Deed>]); 2] {
    [
        ("agency", BodyKind::RegistrationAgency.transitions()),
        ("institution", BodyKind::TrainingInstitution.transitions()),
    ]
}

#[test]
fn the_committed_diagrams_are_the_table() {
    hold("diagrams/certificate.mmd", &mermaid(TRANSITIONS).to_string());
    hold("diagrams/certificate.dot", &dot("certificate", TRANSITIONS).to_string());
    for (name, table) in bodies() {
        hold(&format!("diagrams/{name}.mmd"), &mermaid(table).to_string());
        hold(&format!("diagrams/{name}.dot"), &dot(name, table).to_string());
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
        dot("agency", &table).to_string().contains(r#""open" -> "acting" [label="approved (47.2)\nfiled (47.2)"]"#)
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

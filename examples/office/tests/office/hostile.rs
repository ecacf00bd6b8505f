//! Requests that are malformed, huge, slow or hostile.

use crate::harness::{FULL, enter, offices, papers};
use serde_json::json;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

const HOSTILE: [&str; 8] = [
    "' OR '1'='1",
    "'; DROP TABLE acts; --",
    "<script>alert(1)</script>",
    "a\r\nSet-Cookie: x=y",
    "\u{202e}gnirts",
    "\u{0}",
    "../../etc/passwd",
    "%00%ff",
];

#[test]
fn hostile_texts_are_refused_or_kept_as_texts() {
    for office in offices(&[]) {
        let (clerk, anybody) = (office.login("clerk"), office.anybody());
        for text in HOSTILE {
            let query =
                anybody.client.get(format!("{}/api/public", office.address)).query(&[("number", text), ("name", text)]);
            let answer = query.send().unwrap();
            assert!(!answer.headers().contains_key("set-cookie"));
            // It makes a number that nobody has, or it makes none.
            assert!(matches!(answer.status().as_u16(), 200 | 400), "{text:?} {}", answer.status());
            let page = anybody.client.get(&office.address).query(&[("number", text), ("name", text)]).send().unwrap();
            let page = page.text().unwrap();
            assert!(!page.contains("<script>") && !page.contains('\u{0}'), "{text:?}");
            let path: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
            assert_eq!(clerk.get(&format!("/api/certificates/{path}")).status(), 404, "{text:?}");
            let answer = anybody.post("/api/sessions", &json!({ "name": text, "password": text }));
            assert_eq!(answer.status(), 401, "{text:?}");
        }
        // Texts with something hidden in them make no name.
        for name in ["a\r\nb", "\u{202e}gnirts", "\u{0}"] {
            let new = json!({ "number": "X1", "name": name, "qualification": "程序员", "obtained_on": "2006-01-01", "identity_number": "11010519491231002X" });
            assert_eq!(office.login("centre").post("/api/certificates", &new).status(), 400, "{name:?}");
        }
        // What is a name is shown as text.
        let new = json!({ "number": "<b>'1", "name": "<script>alert(1)</script>", "qualification": "程序员", "obtained_on": "2006-01-01", "identity_number": "11010519491231002X" });
        assert_eq!(office.login("centre").post("/api/certificates", &new).status(), 201);
        let file = clerk.read("/api/certificates/%3Cb%3E'1");
        assert_eq!(file["name"], "<script>alert(1)</script>");
    }
}

#[test]
fn malformed_requests_are_answered_with_problems() {
    for office in offices(&[]) {
        enter(&office, "31-77", "2005-03-10", FULL);
        let clerk = office.login("clerk");
        let acts = format!("{}/api/certificates/31-77/acts", office.address);
        let token = clerk.token.clone().unwrap();
        let send = |body: String, kind: &str| {
            clerk.client.post(&acts).bearer_auth(&token).header("content-type", kind).body(body).send().unwrap()
        };
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        let bodies = [
            "",
            "{",
            "null",
            "[]",
            "{\"version\":\"1\",\"do\":\"accept\"}",
            "{\"version\":1,\"do\":\"fly\"}",
            "{\"version\":1e999,\"do\":\"accept\"}",
            "{\"version\":1,\"do\":\"accept\",\"role\":\"office\"}",
            "{\"version\":1,\"on\":\"2008-02-30\",\"do\":\"accept\"}",
            &deep,
            "\u{feff}{}",
        ];
        for body in bodies {
            let answer = send(body.into(), "application/json");
            assert_eq!(answer.status(), 400, "{}", body.chars().take(80).collect::<String>());
            assert_eq!(answer.headers()["content-type"], "application/problem+json");
        }
        assert_eq!(send("version=1".into(), "application/x-www-form-urlencoded").status(), 415);
        assert_eq!(send("x".repeat(300 * 1024), "application/json").status(), 413);
        // A day that is still to come, and one before the certificate was.
        for (on, code) in
            [("2008-01-16", "urn:ruankao:problem:not_yet"), ("2004-01-01", "urn:ruankao:code:out_of_order")]
        {
            let request = json!({ "version": 1, "on": on, "do": { "file": papers("31-77", "2005-03-10", true) } });
            let answer = clerk.post("/api/certificates/31-77/acts", &request);
            assert_eq!(answer.status(), 422);
            assert_eq!(answer.json::<serde_json::Value>().unwrap()["type"], code);
        }
        assert_eq!(clerk.client.delete(&acts).bearer_auth(&token).send().unwrap().status(), 405);
        assert_eq!(clerk.get("/api/nothing").status(), 404);
        assert_eq!(clerk.get("/api/agenda?from=2008-02-01&to=2008-01-01").status(), 400);
        let foreign =
            clerk.client.post(&acts).bearer_auth(&token).header("origin", "https://elsewhere.example").send().unwrap();
        assert_eq!(foreign.status(), 403);
        // Nothing of it left a trace, and everybody else is still answered.
        assert_eq!(clerk.version("31-77"), 1);
    }
}

#[test]
fn a_slow_request_is_ended_and_keeps_nobody_waiting() {
    for office in offices(&[]) {
        let at = office.address.strip_prefix("http://").unwrap();
        let mut slow = TcpStream::connect(at).unwrap();
        write!(slow, "POST /api/sessions HTTP/1.1\r\nHost: {at}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{").unwrap();
        let mut silent = TcpStream::connect(at).unwrap();
        write!(silent, "GET /heal").unwrap();
        let begun = Instant::now();
        assert_eq!(office.anybody().read("/health")["status"], "ok");
        assert!(begun.elapsed() < Duration::from_secs(5));
        let mut answer = [0; 12];
        slow.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        slow.read_exact(&mut answer).unwrap();
        assert_eq!(&answer, b"HTTP/1.1 408");
        // Whoever does not even finish to ask is told nothing, and cut off.
        silent.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let mut rest = Vec::new();
        silent.read_to_end(&mut rest).unwrap();
        assert!(rest.is_empty() || rest.starts_with(b"HTTP/1.1 4"));
    }
}

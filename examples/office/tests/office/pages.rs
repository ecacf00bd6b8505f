//! The pages, as a browser without scripts has them; the walk in a real one is `browser`.

use crate::harness::{FULL, client, enter, offices, papers};

#[test]
fn a_clerk_walks_from_the_form_to_the_stamp() {
    for office in offices(&[]) {
        enter(&office, "31-77", "2005-03-10", FULL);
        let browser = client().cookie_store(true).build().unwrap();
        let at = |path: &str| format!("{}{path}", office.address);
        let get = |path: &str| browser.get(at(path)).send().unwrap().text().unwrap();
        // A page that is not for everybody leads to the login, and from there back.
        let login = get("/certificates/31-77");
        assert!(login.contains("name=\"next\" value=\"/certificates/31-77\""), "{login}");
        let wrong = browser.post(at("/login")).form(&[("name", "clerk"), ("password", "guess")]).send().unwrap();
        assert_eq!(wrong.status(), 401);
        let entered = browser.post(at("/login")).form(&[
            ("name", "clerk"),
            ("password", "clerk"),
            ("next", "//elsewhere.example"),
        ]);
        assert_eq!(entered.send().unwrap().url().path(), "/");
        assert!(get("/counter").contains("今日柜台") && get("/counter").contains("2008-01-15"));

        let written = papers("31-77", "2005-03-10", false);
        let mut fields: Vec<(String, String)> = written["form"]["fields"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(name, text)| (name.clone(), text.as_str().unwrap().to_owned()))
            .collect();
        for name in [
            "conduct_good",
            "no_criminal_record",
            "fit_for_post",
            "document_certificate",
            "document_identity",
            "document_education_proof",
        ] {
            fields.push((name.into(), "on".into()));
        }
        let hand_in = |version: &str, key: &str, changes: &[(&str, &str)]| {
            let mut fields = fields.clone();
            fields.retain(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
            fields.extend(changes.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
            fields.extend([("version".into(), version.into()), ("key".into(), key.into())]);
            browser.post(at("/certificates/31-77/application")).form(&fields).send().unwrap()
        };
        let answer = hand_in("1", "a", &[("postal_code", "20007"), ("sex", "")]);
        assert_eq!(answer.status(), 422);
        let page = answer.text().unwrap();
        assert!(
            page.contains("id=\"wrong-sex\"") && page.contains("邮政编码：格式不符") && page.contains("虬江路1000号")
        );

        let page = hand_in("1", "b", &[]).text().unwrap();
        assert!(
            page.contains("已提交登记申请") && page.contains("补正申请材料") && !page.contains("11010519491231002X"),
            "{page}"
        );
        let act = |version: &str, key: &str, what: &str| {
            let fields = [("version", version), ("key", key), ("do", what)];
            browser.post(at("/certificates/31-77")).form(&fields).send().unwrap().text().unwrap()
        };
        let page = act("2", "c", "accept");
        assert!(page.contains("证书登记费尚未缴纳（47.6）") && page.contains("不予登记"));
        assert!(act("3", "d", "register").contains("role=\"alert\""));
        // The number may be left out: it stays what it was.
        let page =
            hand_in("3", "e", &[("identity_number", ""), ("paid", "30.00"), ("paid_on", "2008-01-14")]).text().unwrap();
        assert!(page.contains("经审查，符合登记条件"), "{page}");
        let page = act("4", "f", "register");
        assert!(page.contains("证书登记页") && page.contains("有效期至2011-01-15"));
        // Somebody goes back and presses the button again.
        assert!(act("4", "f", "register").contains("有效期至2011-01-15"));
        let behind = act("4", "g", "register");
        assert!(behind.contains("该证书已被他人办理") && behind.contains("2008-01-15 登记"));

        let drawing = browser.get(at("/certificates/31-77/life.svg")).send().unwrap();
        assert_eq!(drawing.headers()["content-type"], "image/svg+xml");
        let feed = get("/agenda");
        let path = feed.split("href=\"").find(|rest| rest.starts_with("/agenda/")).unwrap().split('"').next().unwrap();
        let calendar = client().build().unwrap().get(at(path)).send().unwrap().text().unwrap();
        assert!(calendar.starts_with("BEGIN:VCALENDAR") && calendar.contains("SUMMARY:"));
    }
}

#[test]
fn pages_speak_english_where_they_are_asked_to() {
    for office in offices(&[]) {
        let browser = client().cookie_store(true).build().unwrap();
        let chosen = browser
            .post(format!("{}/language/en", office.address))
            .header("referer", format!("{}/login", office.address));
        let page = chosen.send().unwrap();
        assert_eq!(page.url().path(), "/login");
        let page = page.text().unwrap();
        assert!(page.contains("lang=\"en\"") && page.contains("Log in"));
        let missing = browser.get(format!("{}/nowhere", office.address)).send().unwrap();
        assert_eq!(missing.status(), 404);
        assert!(missing.text().unwrap().contains("there is no such thing"));
    }
}

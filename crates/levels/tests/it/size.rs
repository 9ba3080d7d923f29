//! At the size of the bar: 2 000 bodies, 20 000 members, 5 000 roadmaps, 50 000 actions, over 34 000 communes.

use std::time::Instant;

use portulan_levels::{Here, Levels, World};
use portulan_model::governance::Membership;
use portulan_model::{Area, CommuneCode, TerritoryKey};

use crate::build::{action, body, confirmed, content, key, today, validated};

const DEPARTMENTS: u16 = 95;
const COMMUNES: u16 = 360;

fn covers(department: u16, from: u16, to: u16) -> String {
    let (from, to) = (from % COMMUNES + 1, to % COMMUNES + 1);
    format!(
        "{department:02}{from:03}-{department:02}{:03}",
        to.max(from)
    )
}

/// One body of the country, one of each département, the others of intercommunalities of some thirty communes.
fn extent(n: u16) -> (String, String) {
    let department = n % DEPARTMENTS + 1;
    if n == 0 {
        let all = (1..=DEPARTMENTS).map(|one| covers(one, 0, COMMUNES - 1));
        return ("pays-fr".to_owned(), all.collect::<Vec<_>>().join(" "));
    }
    let seat = format!("departement-{department:02}");
    if n <= DEPARTMENTS {
        return (seat, covers(department, 0, COMMUNES - 1));
    }
    let from = n / DEPARTMENTS * 30 % COMMUNES;
    (
        format!("epci-2{n:08}"),
        covers(department, from, (from + 29).min(COMMUNES - 1)),
    )
}

fn world() -> World {
    let mut world = World::default();
    for n in 0..2_000_u16 {
        let (seat, covers) = extent(n);
        let name = format!("body-{n}");
        world.bodies.push(body(&name, &seat, &covers));
        let members = (0..10).map(|m| confirmed(&name, &format!("org-{n}-{m}")));
        world.memberships.extend(members.map(Membership::Confirmed));
    }
    for n in 0..5_000_u16 {
        let (_, covers) = extent(n % 2_000);
        let actions = (0..10).map(|m| action(n * 10 + m, None)).collect();
        let (name, of) = (format!("plan-{n}"), format!("body-{}", n % 2_000));
        world
            .roadmaps
            .push(validated(&name, &of, &covers, content(n, actions)));
    }
    world
}

#[test]
#[ignore = "some seconds: the figures of the bar, run by hand with --nocapture"]
fn a_question_on_one_commune_reads_few_of_fifty_thousand_actions() {
    let world = world();
    let began = Instant::now();
    let levels = Levels::new(world);
    println!("index: {} ms", began.elapsed().as_millis());
    let communes = (1..=DEPARTMENTS).map(|one| format!("{one:02}042").parse::<CommuneCode>());
    let communes: Vec<CommuneCode> = communes.filter_map(Result::ok).collect();
    let began = Instant::now();
    let mut shown = 0;
    for commune in &communes {
        let here = Here {
            day: today(),
            chain: vec![key("pays-fr"), TerritoryKey::commune(*commune)],
            area: Area::of_communes([*commune]),
        };
        let most = levels.stack(&here).actions().count();
        assert!((10..=500).contains(&most), "{commune}: {most}");
        shown += most;
    }
    let each = began.elapsed().as_micros() / 95;
    println!("stack: {each} µs, {} actions each", shown / communes.len());
}

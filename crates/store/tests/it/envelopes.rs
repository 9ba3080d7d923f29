//! Envelopes and ledgers on each engine: read back value for value, never changed, never beyond what there is.

use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::means::envelopes::{
    Account, Envelope, EnvelopeKind, Funder, Hand, Ledger, Line, Move, Order, Standing, Sums,
};
use portulan_model::proposals::Prose;
use portulan_model::{Cents, Period, Slug};
use portulan_policy::actions::{PromiseFunds, Restore};
use portulan_store::{Engine, LedgerWrite, Store, StoreError};
use portulan_testkit::builders::{entry, saturday_morning};
use portulan_testkit::{PlaceBuilder, TestDatabase};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};

use crate::{may, nothing_to_replay, on_both_engines};

on_both_engines! {
    a_ledger_reads_back_line_for_line_and_is_copied_whole
    the_sums_that_stand_are_those_of_the_lines
    a_write_that_is_dropped_writes_nothing
    neither_engine_lets_a_line_change_nor_a_sum_exceed_its_envelope
    an_envelope_with_lines_is_not_taken_away
}

fn line_of_journal() -> Entry {
    entry(Deed::Created, &PlaceBuilder::new(1).build())
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn envelope() -> Envelope {
    Envelope {
        slug: slug("ingenierie-essai"),
        body: slug("gouvernance-essai"),
        label: "Ingénierie".to_owned(),
        kind: EnvelopeKind::Engineering,
        funder: Funder::Outside("État".to_owned()),
        period: Period::years(2026, 2028).unwrap(),
        amount: Cents::euros(1_000),
        ceilings: portulan_model::means::envelopes::Ceilings::default(),
        rate: portulan_model::means::envelopes::Rate::default(),
        source: None,
        hands: Vec::new(),
    }
}

fn hand() -> Hand {
    Hand {
        at: saturday_morning(),
        day: saturday_morning().date_naive(),
        by: Author::Operator,
        reason: Prose::read("essai").unwrap().unwrap(),
    }
}

fn order(what: Move, request: &str, euros: i32) -> Order {
    Order {
        what,
        account: Account {
            request: request.parse().unwrap(),
            beneficiary: slug(if request == "a" { "ccas" } else { "epn" }),
            territory: "commune-35238".parse().unwrap(),
            year: 2026,
        },
        amount: Cents::euros(euros),
        cost: None,
        decision: None,
    }
}

async fn filled(store: &Store) {
    let mut write = store.begin_governance(&may::<Restore>()).await.unwrap();
    assert!(
        write
            .add_kept(&envelope(), &line_of_journal())
            .await
            .unwrap()
    );
    write.commit().await.unwrap();
}

async fn begin(store: &Store) -> LedgerWrite {
    let may = may::<PromiseFunds>();
    let begun = store.begin_ledger(&may, &envelope().slug).await.unwrap();
    begun.unwrap()
}

/// What stands for an account.
async fn standing(write: &mut LedgerWrite, about: &Account) -> Standing {
    let accounts = write.accounts().await.unwrap();
    let all = accounts.iter().map(|(account, sums)| (account, *sums));
    Standing::of(all, about).unwrap()
}

/// Obeys an order, or undoes a line; the line that it made.
async fn take(store: &Store, order: Result<Order, u64>) -> Line {
    let mut write = begin(store).await;
    let number = write.next().await.unwrap();
    let envelope = write.envelope().clone();
    let line = match order {
        Ok(order) => {
            let standing = standing(&mut write, &order.account).await;
            envelope.decide(number, &standing, order, hand()).unwrap()
        }
        Err(undone) => {
            let line = write.line(undone).await.unwrap().unwrap();
            let standing = standing(&mut write, &line.account).await;
            let before = write.is_undone(undone).await.unwrap();
            let undo = (&line, before);
            envelope.undo(number, &standing, undo, hand()).unwrap()
        }
    };
    let form = format!("formulaire-{number}");
    write.add(&line, &form, &line_of_journal()).await.unwrap();
    line
}

/// Five lines on two accounts.
async fn five(store: &Store) -> Vec<Line> {
    filled(store).await;
    let mut lines = Vec::new();
    for order in [
        Ok(order(Move::Promise, "a", 400)),
        Ok(order(Move::Grant, "a", 300)),
        Ok(order(Move::Grant, "b", 500)),
        Ok(order(Move::Pay, "b", 200)),
        Err(4),
    ] {
        lines.push(take(store, order).await);
    }
    lines
}

async fn a_ledger_reads_back_line_for_line_and_is_copied_whole(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let lines = five(&store).await;
    let key = envelope().slug;
    assert_eq!(store.ledger(&key).await.unwrap().lines(), lines);
    assert_eq!(store.kept::<Envelope>().await.unwrap(), [envelope()]);
    let of_body = store.kept_of::<Envelope>(&envelope().body).await.unwrap();
    assert_eq!(of_body, [envelope()]);
    let mut write = begin(&store).await;
    assert_eq!(
        write.of_form("formulaire-3").await.unwrap().as_ref(),
        Some(&lines[2])
    );
    assert_eq!(write.of_form("autre").await.unwrap(), None);
    let own = write.of_request(&lines[0].account.request).await.unwrap();
    assert_eq!(own, lines[..2]);
    drop(write);
    let mut copy = Vec::new();
    store.dump(&may(), &mut copy).await.unwrap();
    for other in [Engine::Sqlite, Engine::Postgres] {
        let target = TestDatabase::new(other);
        let mut read = std::io::Cursor::new(&copy);
        Store::load(&target.url, &may(), &mut read, &nothing_to_replay())
            .await
            .unwrap();
        let restored = Store::open(&target.url).await.unwrap();
        assert_eq!(restored.ledger(&key).await.unwrap().lines(), lines);
        let mut again = Vec::new();
        restored.dump(&may(), &mut again).await.unwrap();
        assert_eq!(again, copy);
        // What is left is what was left: the row came with its sums.
        let line = take(&restored, Ok(order(Move::Promise, "c", 100))).await;
        assert_eq!(line.number, 6);
    }
}

async fn the_sums_that_stand_are_those_of_the_lines(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let lines = five(&store).await;
    let ledger = Ledger::of(lines.clone());
    let mut write = begin(&store).await;
    for line in &lines {
        let stands = standing(&mut write, &line.account).await;
        assert_eq!(stands, ledger.standing(&line.account).unwrap());
    }
    let unknown = order(Move::Pay, "inconnue", 1).account;
    let stands = standing(&mut write, &unknown).await;
    assert_eq!(stands.account, Sums::default());
    // The name of a request counts once, however it was typed.
    let mut typed = lines[0].account.clone();
    typed.request = " A ".parse().unwrap();
    let stands = standing(&mut write, &typed).await;
    assert_eq!(stands, ledger.standing(&lines[0].account).unwrap());
    let own = write.of_request(&typed.request).await.unwrap();
    assert_eq!(own, lines[..2]);
}

async fn a_write_that_is_dropped_writes_nothing(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    filled(&store).await;
    let mut write = begin(&store).await;
    assert_eq!(write.next().await.unwrap(), 1);
    drop(write);
    assert_eq!(store.ledger(&envelope().slug).await.unwrap().lines(), []);
    let nowhere = slug("nulle-part");
    let may = may::<PromiseFunds>();
    assert!(store.begin_ledger(&may, &nowhere).await.unwrap().is_none());
}

async fn neither_engine_lets_a_line_change_nor_a_sum_exceed_its_envelope(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let lines = five(&store).await;
    for (statement, told) in [
        ("update ledger_line set paid = 0", "append only"),
        ("delete from ledger_line", "append only"),
        ("update envelope set amount = 899", "check"),
        ("update envelope set granted = 601", "check"),
        ("update envelope set promised = -1", "check"),
        ("update envelope set paid = granted + 1", "check"),
    ] {
        // In cents.
        let statement = statement.replace("899", "89999").replace("601", "90001");
        let refused = run(&database, statement.clone()).await.unwrap_err();
        let refused = refused.to_string().to_lowercase();
        assert!(refused.contains(told), "{statement}: {refused}");
    }
    // A line that says what no line may say, or more than there is, whoever computed it.
    let mut beyond = lines[0].clone();
    beyond.number = 6;
    beyond.effect.promised = Cents::euros(101);
    let mut odd = lines[0].clone();
    odd.number = 6;
    odd.effect.promised = Cents::new(-1);
    for (n, line) in [beyond, odd].into_iter().enumerate() {
        let write = begin(&store).await;
        let form = format!("faux-{n}");
        let refused = write.add(&line, &form, &line_of_journal()).await;
        assert!(matches!(refused, Err(StoreError::Database(_))));
    }
    assert_eq!(store.ledger(&envelope().slug).await.unwrap().lines(), lines);
}

async fn an_envelope_with_lines_is_not_taken_away(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    filled(&store).await;
    take(&store, Ok(order(Move::Promise, "a", 1))).await;
    let mut write = store.begin_governance(&may::<Restore>()).await.unwrap();
    let key = envelope().slug;
    let removed = write
        .remove_kept::<Envelope>(&key, &line_of_journal())
        .await;
    assert!(removed.is_err());
}

pub(crate) async fn run(database: &TestDatabase, statement: String) -> Result<(), sqlx::Error> {
    let address = database.address();
    let statement = AssertSqlSafe(statement);
    match database.url {
        portulan_store::DatabaseUrl::Sqlite(_) => {
            let mut c = SqliteConnection::connect(&address).await?;
            c.execute(statement).await.map(drop)
        }
        portulan_store::DatabaseUrl::Postgres(_) => {
            let mut c = PgConnection::connect(&address).await?;
            c.execute(statement).await.map(drop)
        }
    }
}

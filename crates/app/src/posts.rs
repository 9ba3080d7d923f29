//! Posts: opened, filled, left, extended, given back, and changed on a day.
//!
//! A post keeps one id for ever: an extension is a change of the same post, so that it is never counted twice. The same
//! step taken twice is taken once. Who holds it is apart and private.

mod ending;

use chrono::{Days, NaiveDate};
use portulan_model::posts::{
    Alert, Extension, Fte, Post, PostError, PostFile, PostKind, PostState, Site, alerts,
};
use portulan_model::{Area, PostId, Slug};
use portulan_policy::actions::{ManagePosts, ReadHolder};
use portulan_policy::{Actor, Alone, Capability, Node, Target, allow};

use crate::editing::{Change, Outcome};
use crate::settled::{self, Of, Settled};
use crate::{App, Directory, Error, rights};

pub use ending::tell_ending;

/// How long before an end a co-ordinator is told of it, in days: the time that a renewal takes to be asked and signed.
pub const TOLD_BEFORE_DAYS: u64 = 180;

/// What is known of a post and is no step in its life.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "each field is the field of the same name of a post"
)]
pub struct Facts {
    pub kind: PostKind,
    pub host: Slug,
    pub employer: Slug,
    pub sector: Area,
    pub sites: Vec<Site>,
    pub coordinated_by: Option<PostId>,
}

/// A step in the life of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Somebody takes it, until a day where the contract has an end.
    Fill(NaiveDate, Option<NaiveDate>),
    /// Whoever held it leaves.
    Vacate(NaiveDate),
    /// It is given back.
    GiveBack(NaiveDate),
    /// It is another share of a full time from a day on.
    Time(NaiveDate, Fte),
    /// It goes on with new money.
    Extend(Extension),
}

impl Step {
    /// The post after the step. A step that was taken already changes nothing.
    pub fn take(self, post: Post) -> Result<Post, PostError> {
        if self.was_taken(&post) {
            return Ok(post);
        }
        match self {
            Self::Fill(on, until) => post.fill(on, until),
            Self::Vacate(on) => post.vacate(on),
            Self::GiveBack(on) => post.give_back(on),
            Self::Time(from, share) => {
                let mut post = post;
                post.fte.set(from, share);
                Ok(post)
            }
            Self::Extend(extension) => post.extend(extension),
        }
    }

    fn was_taken(&self, post: &Post) -> bool {
        let last = |on: &NaiveDate, state| post.states.last() == Some(&(*on, state));
        match self {
            Self::Fill(on, until) => last(on, PostState::Filled { until: *until }),
            Self::Vacate(on) => last(on, PostState::Vacant),
            Self::GiveBack(on) => last(on, PostState::Returned),
            Self::Extend(extension) => {
                post.extended.contains(&extension.from) && post.funding.contains(&extension.funding)
            }
            Self::Time(..) => false,
        }
    }
}

impl Facts {
    /// The post with these. A post does not co-ordinate itself.
    #[must_use]
    pub fn over(self, post: &Post) -> Post {
        Post {
            kind: self.kind,
            host: self.host,
            employer: self.employer,
            sector: self.sector,
            sites: self.sites,
            coordinated_by: self.coordinated_by.filter(|one| *one != post.id),
            ..post.clone()
        }
    }
}

/// An id for a post that is about to be typed: sent twice under it, a form opens one post.
#[must_use]
pub fn new_id(app: &App) -> PostId {
    let mut random = [0; 10];
    app.chance().fill(&mut random);
    let millis = u64::try_from(app.now().timestamp_millis()).unwrap_or_default();
    PostId::from_parts(millis, random)
}

/// Opens a post.
pub async fn create(
    app: &App,
    capability: &Capability<ManagePosts>,
    post: &Post,
) -> Result<(), Error> {
    let object = node(post);
    crate::schemes::own(capability.node(), &object)?;
    if settled::add(app, capability, &object, post).await? {
        return Ok(());
    }
    let known = app.store().kept_one::<Post>(&post.id).await?;
    let same = known.is_some_and(|known| node(&known) == object);
    same.then_some(())
        .ok_or_else(|| Error::Conflict(post.id.to_string()))
}

/// Puts right what is known of a post, field by field. What somebody else changed meanwhile is never written over unseen.
pub async fn put_right(
    app: &App,
    capability: &Capability<ManagePosts>,
    known: &Post,
    change: &Change<Post>,
) -> Result<Outcome<Post>, Error> {
    let object = node(known);
    crate::schemes::own(capability.node(), &object)?;
    // Shares that make more than the whole are told beside their field before anything is asked here.
    let sites = change.mine.sites.clone();
    let fits = change.mine.clone().at_sites(sites);
    fits.map_err(|error| Error::Conflict(error.to_string()))?;
    settled::revise(app, capability, (&known.id, &object), change).await
}

/// Takes a step.
pub async fn step(
    app: &App,
    capability: &Capability<ManagePosts>,
    known: &Post,
    step: Step,
) -> Result<Settled<Post, PostError>, Error> {
    let object = node(known);
    crate::schemes::own(capability.node(), &object)?;
    let of = Of {
        key: &known.id,
        object: &object,
        before: None,
    };
    settled::change(app, capability, of, |post| step.take(post)).await
}

/// The post of an id and a right over it, read from the post itself: an id alone opens nothing.
pub async fn read<A: Alone>(
    app: &App,
    actor: &Actor,
    id: PostId,
) -> Result<(Post, Capability<A>), Error> {
    let post = app.store().kept_one::<Post>(&id).await?;
    let post = post.ok_or_else(|| Error::NotFound(id.to_string()))?;
    let may = allow(actor, target(&app.directory(), &post))?;
    Ok((post, may))
}

/// The posts that an actor may manage, those that are no more among them, in the order of what is to be seen to first.
pub async fn list(app: &App, actor: &Actor) -> Result<Vec<Post>, Error> {
    let directory = app.directory();
    let mut all: Vec<Post> = app.store().kept::<Post>().await?;
    all.retain(|post| allow::<ManagePosts>(actor, target(&directory, post)).is_ok());
    sort(app, &mut all);
    Ok(all)
}

/// The posts of a scheme.
pub async fn of_scheme(
    app: &App,
    capability: &Capability<ManagePosts>,
    slug: &Slug,
) -> Result<Vec<Post>, Error> {
    crate::schemes::own(capability.node(), &Node::Scheme(slug.clone()))?;
    let mut all: Vec<Post> = app.store().kept::<Post>().await?;
    all.retain(|post| post.scheme.as_ref() == Some(slug));
    sort(app, &mut all);
    Ok(all)
}

/// What is to be seen to, of a post, on the day.
#[must_use]
pub fn to_see_to(post: &Post, day: NaiveDate) -> Vec<Alert> {
    alerts(post, day, Days::new(TOLD_BEFORE_DAYS))
}

/// Who holds a post, for those who may know.
pub async fn holder(
    app: &App,
    capability: &Capability<ReadHolder>,
    post: &Post,
) -> Result<PostFile, Error> {
    crate::schemes::own(capability.node(), &node(post))?;
    let file = app.store().kept_one::<PostFile>(&post.id);
    Ok(file.await?.unwrap_or(PostFile {
        post: post.id,
        holder: None,
    }))
}

/// Says who holds a post, or nobody. Whoever says it may read it too.
pub async fn set_holder(
    app: &App,
    (manage, _read): (&Capability<ManagePosts>, &Capability<ReadHolder>),
    (post, file): (&Post, &PostFile),
) -> Result<(), Error> {
    let object = node(post);
    crate::schemes::own(manage.node(), &object)?;
    if settled::add(app, manage, &object, file).await? {
        return Ok(());
    }
    let of = Of {
        key: &post.id,
        object: &object,
        before: None,
    };
    let put = |_known: PostFile| Ok::<_, std::convert::Infallible>(file.clone());
    settled::change(app, manage, of, put).await?;
    Ok(())
}

/// Where a post stands: under its scheme, or under the level that answers for it.
#[must_use]
pub fn target(directory: &Directory, post: &Post) -> Target {
    let scheme = post.scheme.as_ref();
    match scheme.and_then(|slug| crate::schemes::find(directory, slug)) {
        Some(scheme) => rights::scheme(directory, scheme),
        None => rights::territory(directory, &post.level),
    }
}

/// The node of a post.
fn node(post: &Post) -> Node {
    match &post.scheme {
        Some(slug) => Node::Scheme(slug.clone()),
        None => Node::Territory(post.level.clone()),
    }
}

/// What ends first comes first; what is no more comes last.
fn sort(app: &App, posts: &mut [Post]) {
    let day = crate::audience::today(app);
    let first = |post: &Post| to_see_to(post, day).first().copied();
    posts.sort_by_key(|post| {
        let alert = first(post);
        (!post.is_on(day), alert.is_none(), alert, post.id)
    });
}

#[cfg(test)]
mod tests;

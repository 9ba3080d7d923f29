//! Writes `docs/rights.md` from the rules of `policy`.

use anyhow::Result;

/// Writes the page.
pub(crate) fn write() -> Result<()> {
    std::fs::write(
        crate::root().join("docs/rights.md"),
        portulan_policy::rights_page(),
    )?;
    Ok(())
}

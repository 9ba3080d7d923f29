//! Single values, mended: each function gives what could be read and what there is to say of it.

#ifndef PACKHORSE_FOLDER_EXCHANGE_H
#define PACKHORSE_FOLDER_EXCHANGE_H

/// Exchanges two paths in one step (renameat2 with RENAME_EXCHANGE).
/// Returns 0, or the errno of the failure; ENOSYS, EINVAL and ENOTSUP mean that this file system cannot do it.
int packhorse_exchange(const char *one, const char *other);

#endif

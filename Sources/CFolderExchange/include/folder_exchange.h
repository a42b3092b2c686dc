#ifndef PACKHORSE_FOLDER_EXCHANGE_H
#define PACKHORSE_FOLDER_EXCHANGE_H

/// Exchanges two names in an open folder in one step (renameat2 with RENAME_EXCHANGE).
/// Returns 0, or the errno of the failure; ENOSYS, EINVAL and ENOTSUP mean that this file system cannot do it.
int packhorse_exchange(int folder, const char *one, const char *other);

/// Opens a path below an open folder as a mere place (O_PATH): links are followed, nothing is read or waited for.
/// Returns a descriptor, or -1 with errno set.
int packhorse_place(int folder, const char *path);

/// Opens a file below an open folder for reading (openat2): no part of the path may be a link or lead out of the folder,
/// and nothing is waited for. Returns a descriptor, or -1 with errno set; ENOSYS where the kernel does not have the call.
int packhorse_open_without_links(int folder, const char *path);

/// Makes a file without a name in an open folder (O_TMPFILE), for reading and writing. Returns a descriptor, or -1 with
/// errno set where the file system has no such files.
int packhorse_unnamed_file(int folder);

/// Lets the disk begin to take a file, without waiting for it (sync_file_range).
void packhorse_begin_writing_out(int file);

/// Puts everything written to a folder's file system on disk (syncfs). Returns 0, or the errno of the failure.
int packhorse_synchronise(int folder);

#endif

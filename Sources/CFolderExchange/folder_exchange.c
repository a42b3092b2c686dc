#define _GNU_SOURCE
#include "folder_exchange.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int packhorse_exchange(int folder, const char *one, const char *other) {
  return renameat2(folder, one, folder, other, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int packhorse_place(int folder, const char *path) {
  return openat(folder, path, O_PATH | O_CLOEXEC);
}

int packhorse_synchronise(int folder) {
  return syncfs(folder) == 0 ? 0 : errno;
}

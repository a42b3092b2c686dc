// Writes files of given sizes and does nothing else: no generator can be faster on the same disk.
//
// usage: floor LIST FOLDER THREADS [sync]
//
// Each line of LIST is a size in bytes, a space and a path below FOLDER. Folders are made first. Each thread writes its share of
// the list from one buffer. `sync` ends with syncfs, as Packhorse does before it puts a new site in place. Prints the seconds.

#define _GNU_SOURCE
#include <err.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct file {
  size_t size;
  char *path;
};

struct share {
  int folder;
  const struct file *first, *end;
  const char *text;
};

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void *grown(void *memory, size_t size) {
  memory = realloc(memory, size);
  if (!memory) err(1, "memory");
  return memory;
}

static struct file *read_list(const char *name, size_t *count) {
  FILE *list = fopen(name, "r");
  if (!list) err(1, "%s", name);
  struct file *files = NULL;
  char *line = NULL;
  size_t room = 0, capacity = 0;
  for (*count = 0; getline(&line, &capacity, list) > 0; ++*count) {
    char *path;
    if (*count == room) files = grown(files, (room = 2 * room + 1024) * sizeof *files);
    files[*count].size = strtoul(line, &path, 10);
    if (*path++ != ' ') errx(1, "line %zu of the list is not 'size path'", *count + 1);
    path[strcspn(path, "\n")] = 0;
    if (!(files[*count].path = strdup(path))) err(1, "memory");
  }
  free(line);
  fclose(list);
  return files;
}

static int have_same_folder(const char *one, const char *other) {
  const char *slash = strrchr(one, '/');
  size_t length = slash ? (size_t)(slash - one) + 1 : 0;
  return !strncmp(one, other, length) && !strchr(other + length, '/');
}

static void make_folders(int folder, char *path) {
  for (char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    mkdirat(folder, path, 0777);  // one that cannot be made shows when its files are opened
    *slash = '/';
  }
}

static void *write_share(void *argument) {
  const struct share *share = argument;
  for (const struct file *file = share->first; file < share->end; ++file) {
    int to = openat(share->folder, file->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (to < 0) err(1, "%s", file->path);
    for (size_t done = 0; done < file->size;) {
      ssize_t written = write(to, share->text + done, file->size - done);
      if (written < 0) err(1, "%s", file->path);
      done += (size_t)written;
    }
    if (close(to)) err(1, "%s", file->path);
  }
  return NULL;
}

int main(int argc, char **argv) {
  int synchronises = argc == 5 && !strcmp(argv[4], "sync");
  if (argc != 4 + synchronises) errx(64, "usage: floor LIST FOLDER THREADS [sync]");
  const char *target = argv[2];
  size_t threads = strtoul(argv[3], NULL, 10), count, largest = 0;
  if (threads < 1 || threads > 1024) errx(64, "from 1 to 1024 threads");
  struct file *files = read_list(argv[1], &count);
  for (size_t i = 0; i < count; ++i)
    if (files[i].size > largest) largest = files[i].size;
  char *text = memset(grown(NULL, largest + 1), 'x', largest + 1);

  double start = seconds();
  if (mkdir(target, 0777)) err(1, "%s", target);
  int folder = open(target, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) err(1, "%s", target);
  for (size_t i = 0; i < count; ++i)
    if (i == 0 || !have_same_folder(files[i - 1].path, files[i].path)) make_folders(folder, files[i].path);
  pthread_t running[threads];
  struct share shares[threads];
  for (size_t i = 0; i < threads; ++i) {
    shares[i] = (struct share){folder, files + count * i / threads, files + count * (i + 1) / threads, text};
    if (pthread_create(&running[i], NULL, write_share, &shares[i])) errx(1, "no thread");
  }
  for (size_t i = 0; i < threads; ++i) pthread_join(running[i], NULL);
  if (synchronises && syncfs(folder)) err(1, "%s", target);
  printf("%.6f\n", seconds() - start);
}

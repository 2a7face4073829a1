/* The limit of the machine: one thread that copies what it reads in a room to everybody there. No sign-in, no database,
 * no checks; a WebSocket's upgrade is answered without its proof. Usage: broadcast <listening descriptor>. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { LINES = 20000, ROOMS = 4096, INPUT = 4096, EVENTS = 256 };

struct line {
    int fd, room, place, upgraded;
    size_t filled, waiting;
    unsigned char input[INPUT];
    unsigned char *output; /* what the kernel did not take */
};

struct room {
    int count;
    struct line *lines[LINES / 16];
};

static struct line *by_fd[LINES];
static struct room rooms[ROOMS];
static int epoll;

static const char ACCEPTED[] = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                               "Sec-WebSocket-Accept: none\r\n\r\n";

static void watch(struct line *line, int operation, uint32_t what) {
    struct epoll_event event = {.events = what, .data.fd = line->fd};
    epoll_ctl(epoll, operation, line->fd, &event);
}

static void keep(struct line *line, const unsigned char *data, size_t size) {
    if (!line->waiting) watch(line, EPOLL_CTL_MOD, EPOLLIN | EPOLLOUT);
    line->output = realloc(line->output, line->waiting + size);
    memcpy(line->output + line->waiting, data, size);
    line->waiting += size;
}

static void put(struct line *line, const unsigned char *data, size_t size) {
    ssize_t sent = line->waiting ? 0 : send(line->fd, data, size, MSG_NOSIGNAL);
    if (sent < 0) sent = 0;
    if ((size_t)sent < size) keep(line, data + sent, size - (size_t)sent);
}

static void flush(struct line *line) {
    ssize_t sent = send(line->fd, line->output, line->waiting, MSG_NOSIGNAL);
    if (sent <= 0) return;
    line->waiting -= (size_t)sent;
    memmove(line->output, line->output + sent, line->waiting);
    if (!line->waiting) watch(line, EPOLL_CTL_MOD, EPOLLIN);
}

static void leave(struct line *line) {
    if (line->upgraded) {
        struct room *room = &rooms[line->room];
        room->lines[line->place] = room->lines[--room->count];
        room->lines[line->place]->place = line->place;
    }
    by_fd[line->fd] = NULL;
    close(line->fd);
    free(line->output);
    free(line);
}

static void enter(struct line *line) {
    unsigned char *end = memmem(line->input, line->filled, "\r\n\r\n", 4);
    if (!end) return;
    struct room *room;
    line->room = atoi((char *)line->input + strlen("GET /")) % ROOMS;
    room = &rooms[line->room];
    line->place = room->count;
    room->lines[room->count++] = line;
    line->upgraded = 1;
    put(line, (const unsigned char *)ACCEPTED, sizeof ACCEPTED - 1);
    line->filled -= (size_t)(end + 4 - line->input);
    memmove(line->input, end + 4, line->filled);
}

static void tell_room(struct line *line, unsigned char *payload, size_t size) {
    unsigned char frame[INPUT + 4] = {0x81};
    struct room *room = &rooms[line->room];
    size_t head = size < 126 ? 2 : 4;
    frame[1] = size < 126 ? (unsigned char)size : 126;
    if (head == 4) frame[2] = (unsigned char)(size >> 8), frame[3] = (unsigned char)size;
    memcpy(frame + head, payload, size);
    for (int at = 0; at < room->count; at++) put(room->lines[at], frame, head + size);
}

/* One whole frame at the start of the input; answers its size, 0 while there is none. */
static size_t take(struct line *line, unsigned char *at, size_t left) {
    if (left < 6) return 0;
    size_t size = at[1] & 0x7f, head = 6;
    if (size == 126) size = (size_t)at[2] << 8 | at[3], head = 8;
    if (left < head + size) return 0;
    unsigned char *mask = at + head - 4, *payload = at + head;
    for (size_t byte = 0; byte < size; byte++) payload[byte] ^= mask[byte & 3];
    if ((at[0] & 0x0f) == 1) tell_room(line, payload, size);
    return head + size;
}

static void frames(struct line *line) {
    size_t at = 0, size;
    while ((size = take(line, line->input + at, line->filled - at))) at += size;
    line->filled -= at;
    memmove(line->input, line->input + at, line->filled);
}

static void hear(struct line *line) {
    ssize_t got = recv(line->fd, line->input + line->filled, INPUT - line->filled, 0);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) {
        leave(line);
        return;
    }
    line->filled += (size_t)got;
    if (!line->upgraded) enter(line);
    if (line->upgraded) frames(line);
}

static void welcome(int listening) {
    int fd = accept4(listening, NULL, NULL, SOCK_NONBLOCK);
    if (fd < 0) return;
    if (fd >= LINES) {
        close(fd);
        return;
    }
    by_fd[fd] = calloc(1, sizeof(struct line));
    by_fd[fd]->fd = fd;
    watch(by_fd[fd], EPOLL_CTL_ADD, EPOLLIN);
}

int main(int count, char **words) {
    if (count != 2) return fprintf(stderr, "usage: broadcast <listening descriptor>\n"), 2;
    int listening = atoi(words[1]);
    struct epoll_event events[EVENTS], first = {.events = EPOLLIN, .data.fd = listening};
    epoll = epoll_create1(0);
    epoll_ctl(epoll, EPOLL_CTL_ADD, listening, &first);
    for (;;) {
        int found = epoll_wait(epoll, events, EVENTS, -1);
        for (int at = 0; at < found; at++) {
            struct line *line = by_fd[events[at].data.fd];
            if (events[at].data.fd == listening) welcome(listening);
            else if (line && events[at].events & EPOLLOUT) flush(line);
            else if (line) hear(line);
        }
    }
}

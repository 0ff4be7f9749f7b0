// The least that a chat server can do: what bench.sh compares ActorChat with.
//
// One thread, one epoll. A connection gets a prompt, its first line is its nickname, and every further line goes to everybody
// else as "nickname: text". Nothing is stored, checked, limited or logged. Everything that was read in one turn of the loop leaves
// with one send for each receiver, which is what makes it fast: the system calls are the cost, and fewer than one send for a
// receiver that has something to read cannot be.
//
//   g++ -std=c++17 -O2 -o broadcast broadcast.cpp && ./broadcast 7000      (127.0.0.1 only; Ctrl+C ends it)

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

constexpr int kOn = 1;
constexpr size_t kLongestLine = 1 << 16;
constexpr size_t kMostWaiting = 4 << 20;  // bytes for one receiver; who is further behind is disconnected

struct Connection {
    explicit Connection(int descriptor) : fd(descriptor) {}

    int fd;
    bool has_joined = false;
    bool is_broken = false;
    bool waits_for_room = false;   // epoll tells when the socket takes bytes again
    size_t place = 0;              // in Server::members_
    std::string nickname;
    std::string line;              // the beginning of a line whose end has not come yet
    std::string waiting;           // what the socket did not take
    std::vector<std::pair<size_t, size_t>> own;  // the parts of this turn's batch that are not for this member
};

class Server {
  public:
    explicit Server(uint16_t port) {
        raise_descriptor_limit();
        listener_ = checked(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), "socket");
        setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &kOn, sizeof kOn);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        checked(bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address), "bind");
        checked(listen(listener_, 4096), "listen");
        epoll_ = checked(epoll_create1(0), "epoll_create1");
        watch(EPOLL_CTL_ADD, listener_, nullptr, EPOLLIN);
    }

    [[noreturn]] void run() {
        for (epoll_event events[512];;) {
            int count = epoll_wait(epoll_, events, 512, -1);
            for (int i = 0; i < count; i++) {
                auto* connection = static_cast<Connection*>(events[i].data.ptr);
                connection == nullptr ? accept_all() : serve(*connection, events[i].events);
            }
            deliver();
            bury();
        }
    }

  private:
    static int checked(int result, const char* what) {
        if (result < 0)
            exit((perror(what), 1));
        return result;
    }

    static void raise_descriptor_limit() {
        rlimit limit{};
        getrlimit(RLIMIT_NOFILE, &limit);
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }

    void watch(int operation, int fd, Connection* connection, uint32_t what) {
        epoll_event event{};
        event.events = what;
        event.data.ptr = connection;
        epoll_ctl(epoll_, operation, fd, &event);
    }

    void accept_all() {
        for (int fd; (fd = accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK)) >= 0;) {
            setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &kOn, sizeof kOn);
            auto* connection = new Connection(fd);
            watch(EPOLL_CTL_ADD, fd, connection, EPOLLIN);
            send_to(*connection, "Nickname: ");
        }
    }

    void serve(Connection& connection, uint32_t what) {
        if (connection.is_broken)
            return;
        if (what & EPOLLOUT)
            send_waiting(connection);
        if (!connection.is_broken && (what & ~EPOLLOUT))
            read(connection);
    }

    void read(Connection& connection) {
        static char buffer[1 << 16];
        ssize_t count = recv(connection.fd, buffer, sizeof buffer, 0);
        if (count < 0 && errno == EAGAIN)
            return;
        if (count <= 0)
            return break_off(connection);
        std::string_view bytes(buffer, static_cast<size_t>(count));
        for (size_t end; (end = bytes.find('\n')) != bytes.npos; bytes.remove_prefix(end + 1)) {
            bool is_whole = connection.line.empty();
            take(connection, is_whole ? bytes.substr(0, end) : connection.line.append(bytes.substr(0, end)));
            connection.line.clear();
        }
        connection.line.append(bytes);
        if (connection.line.size() > kLongestLine)
            break_off(connection);
    }

    void take(Connection& connection, std::string_view line) {
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        if (!connection.has_joined)
            return join(connection, line);
        size_t start = batch_.size();
        batch_.append(connection.nickname).append(": ").append(line).push_back('\n');
        keep_from(connection, start);
    }

    // What others have said earlier in this turn is from before the newcomer's time.
    void join(Connection& connection, std::string_view nickname) {
        connection.nickname = nickname;
        connection.has_joined = true;
        connection.place = members_.size();
        members_.push_back(&connection);
        keep_from(connection, 0);
        send_to(connection, "Welcome, " + connection.nickname + ".\n");
    }

    // A member does not get the batch from `start` on.
    void keep_from(Connection& connection, size_t start) {
        if (connection.own.empty())
            speakers_.push_back(&connection);
        connection.own.emplace_back(start, batch_.size());
    }

    void deliver() {
        for (size_t i = 0; i < members_.size() && !batch_.empty(); i++)
            send_to(*members_[i], members_[i]->own.empty() ? batch_ : others_words(*members_[i]));
        batch_.clear();
        for (Connection* speaker : speakers_)
            speaker->own.clear();
        speakers_.clear();
    }

    const std::string& others_words(const Connection& member) {
        others_.clear();
        size_t place = 0;
        for (auto [start, end] : member.own) {
            others_.append(batch_, place, start - place);
            place = end;
        }
        return others_.append(batch_, place);
    }

    // Sends as much of this as the socket takes; the rest waits until epoll tells that there is room again.
    void send_to(Connection& connection, std::string_view bytes) {
        if (connection.is_broken || bytes.empty())
            return;
        if (connection.waiting.empty() && !send_now(connection, bytes))
            return;
        connection.waiting.append(bytes);
        if (connection.waiting.size() > kMostWaiting)
            break_off(connection);
        else
            wait_for_room(connection, !connection.waiting.empty());
    }

    void send_waiting(Connection& connection) {
        std::string_view bytes = connection.waiting;
        if (!send_now(connection, bytes))
            return;
        connection.waiting.erase(0, connection.waiting.size() - bytes.size());
        wait_for_room(connection, !connection.waiting.empty());
    }

    // Takes from the bytes what was sent; false where the connection is broken.
    bool send_now(Connection& connection, std::string_view& bytes) {
        ssize_t sent = send(connection.fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN) {
            break_off(connection);
            return false;
        }
        bytes.remove_prefix(static_cast<size_t>(sent < 0 ? 0 : sent));
        return true;
    }

    void wait_for_room(Connection& connection, bool waits) {
        if (connection.waits_for_room != waits)
            watch(EPOLL_CTL_MOD, connection.fd, &connection, EPOLLIN | (waits ? EPOLLOUT : 0u));
        connection.waits_for_room = waits;
    }

    // Only marked: events of this turn, and the list of members that is being walked, may still point to it.
    void break_off(Connection& connection) {
        connection.is_broken = true;
        broken_.push_back(&connection);
    }

    void bury() {
        for (Connection* connection : broken_) {
            if (connection->has_joined) {
                members_.back()->place = connection->place;
                members_[connection->place] = members_.back();
                members_.pop_back();
            }
            close(connection->fd);
            delete connection;
        }
        broken_.clear();
    }

    int listener_;
    int epoll_;
    std::vector<Connection*> members_, speakers_, broken_;
    std::string batch_, others_;
};

}  // namespace

int main(int argc, char** argv) {
    int port = argc == 2 ? atoi(argv[1]) : 0;
    if (port < 1 || port > 65535) {
        fprintf(stderr, "usage: %s PORT\n", argv[0]);
        return 64;
    }
    Server(static_cast<uint16_t>(port)).run();
}

// A room as the socket.io documentation builds it: Redis adapter, a session that is looked up, an INSERT per message.
// Environment: PORT_FD, REDIS_SOCKET, PG_HOST, PG_USER, PG_DATABASE.
const { createServer } = require("http");
const { Server } = require("socket.io");
const { createAdapter } = require("@socket.io/redis-adapter");
const { createClient } = require("redis");
const { Pool } = require("pg");

async function main() {
  const { PORT_FD, REDIS_SOCKET, PG_HOST, PG_USER, PG_DATABASE } = process.env;
  const pool = new Pool({ host: PG_HOST, user: PG_USER, database: PG_DATABASE, max: 10 });
  const publisher = createClient({ socket: { path: REDIS_SOCKET } });
  const subscriber = publisher.duplicate();
  await Promise.all([publisher.connect(), subscriber.connect()]);

  const http = createServer((request, response) => response.end("ok"));
  const io = new Server(http, { adapter: createAdapter(publisher, subscriber), transports: ["websocket"] });

  io.use(async (socket, next) => {
    const found = await pool.query("SELECT member, room FROM session WHERE key = $1", [socket.handshake.query.key]);
    if (!found.rows.length) return next(new Error("signed out"));
    socket.data = found.rows[0];
    return next();
  });

  io.on("connection", (socket) => {
    const { member, room } = socket.data;
    socket.join(room);
    socket.on("say", async (text) => {
      await pool.query("INSERT INTO said (room, member, text) VALUES ($1, $2, $3)", [room, member, text]);
      io.to(room).emit("said", text);
    });
    socket.emit("here");
  });

  http.listen({ fd: Number(PORT_FD) });
}

main();

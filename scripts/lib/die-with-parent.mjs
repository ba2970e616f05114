// Preloaded (--import) into what `start` and `dev` run: when their own process is killed with -9 it cannot take
// its children along, so each child watches the channel to it and ends by itself.
if (process.channel) {
  process.channel.unref();
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}

// A disk of its own for the primary, that can be filled: a file with a file system in it. Only root may mount one.
import { closeSync, existsSync, openSync, readFileSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { runAs } from "../lib/cluster-account.mjs";
import { makeClusterFolder } from "../lib/cluster-place.mjs";
import { runProgram } from "../lib/programs.mjs";
import { say } from "../lib/say.mjs";
import { atEnd } from "../lib/shutdown.mjs";

const SIZE = "4G";
/** What the file system needs itself to describe a file of that length. */
const SPARED_BLOCKS = 512;

/**
 * @param {string} home of the cluster that will lie on it
 * @returns {Promise<{ fill: () => Promise<void>, free: () => void } | null>} null where none can be had
 */
export async function mountSmallDisk(home) {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return none("only root may mount one");
  const folder = makeClusterFolder(home);
  const image = join(home, "disk.img");
  try {
    if (!isMounted(folder)) {
      if (!existsSync(image)) {
        rmSync(folder, { recursive: true });
        rmSync(join(home, "credentials.json"), { force: true });
        makeClusterFolder(home);
        await runProgram("truncate", ["-s", SIZE, image]);
        await runProgram("mkfs.ext4", ["-q", "-m", "0", image]);
      }
      await runProgram("mount", ["-o", "loop", image, folder]);
    }
  } catch (error) {
    rmSync(image, { force: true });
    return none(error instanceof Error ? error.message : String(error));
  }
  atEnd(async () => {
    await runProgram("umount", [folder]);
  });
  const { uid, gid } = runAs();
  if (uid !== undefined) await runProgram("chown", [`${uid}:${gid}`, folder]);
  const ballast = join(folder, "ballast");
  const free = () => rmSync(ballast, { force: true });
  free();
  return {
    /** To the last block that anybody gets. */
    async fill() {
      const { bavail, bsize } = statfsSync(folder);
      await runProgram("fallocate", ["-l", String((bavail - SPARED_BLOCKS) * bsize), ballast]);
      const file = openSync(ballast, "a");
      try {
        for (;;) writeSync(file, Buffer.alloc(bsize));
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOSPC") throw error;
      } finally {
        closeSync(file);
      }
    },
    free,
  };
}

/** @param {string} why */
function none(why) {
  say(`  no disk of its own for the primary (${why}): the test of a full one is left out`);
  return null;
}

/** @param {string} folder */
const isMounted = (folder) => readFileSync("/proc/mounts", "utf8").includes(` ${folder} `);

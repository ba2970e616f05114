// Asks over HTTP as a client of its own: where no answer comes that is told by its status, and nothing is thrown.
import { Agent, request } from "node:http";

/**
 * @typedef {{ status: number, headers: import("node:http").IncomingHttpHeaders, text: string }} Answer
 *   status: 0 where none came
 */

/**
 * @param {{ localAddress?: string, keepAlive?: boolean, answerWithinMs?: number }} [options]
 *   localAddress: each of 127.0.0.0/8 is this machine, and another client to the server
 */
export function createAsker({ localAddress, keepAlive = true, answerWithinMs = 30_000 } = {}) {
  const agent = new Agent({ keepAlive, maxSockets: 200, ...(localAddress ? { localAddress } : {}) });
  /**
   * @param {string} url
   * @param {{ method?: string, headers?: Record<string, string>, body?: string }} [options]
   * @returns {Promise<Answer>}
   */
  const ask = (url, { method = "GET", headers = {}, body } = {}) =>
    new Promise((resolve) => {
      const none = () => resolve({ status: 0, headers: {}, text: "" });
      const asked = request(url, { method, headers, agent, timeout: answerWithinMs }, (answer) => {
        /** @type {Buffer[]} */
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("error", none);
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(parts).toString("utf8"),
          }),
        );
      });
      asked.on("timeout", () => asked.destroy());
      asked.on("error", none);
      asked.end(body);
    });
  return { ask, close: () => agent.destroy() };
}

/**
 * The code of the problem that an answer is; "" of any other.
 * @param {Answer} answer
 */
export const problemOf = ({ status, text }) =>
  status >= 400 ? (/"code":"([^"]+)"/.exec(text)?.[1] ?? "") : "";

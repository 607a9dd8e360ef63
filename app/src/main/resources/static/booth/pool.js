/** Checks documents in workers, as many as the device has processors to spare. */
import { Fault } from './archive.js';
import { METHODS } from './checks.js';

const MOST_WORKERS = 4;

/** @returns {(election: string) => import('./checks.js').Checks} for a Verification */
export function checkersInWorkers() {
  return (election) => {
    const count = Math.max(1, Math.min(MOST_WORKERS, (navigator.hardwareConcurrency || 2) - 1));
    const workers = Array.from({ length: count }, () => {
      const worker = new Worker(new URL('./checker.js', import.meta.url), { type: 'module' });
      worker.postMessage({ election });
      return worker;
    });
    const asked = new Map();
    let number = 0;
    for (const worker of workers) {
      worker.onmessage = ({ data: { id, accepted, fault } }) => {
        const { resolve, reject } = asked.get(id);
        asked.delete(id);
        if (fault) reject(new Fault(fault.check, fault.where, fault.message));
        else resolve(accepted);
      };
      worker.onerror = () => {
        asked.forEach(({ reject }) => reject(new Error('a checking worker failed')));
        asked.clear();
      };
    }
    const ask = (method) => (...given) => new Promise((resolve, reject) => {
      const id = ++number;
      asked.set(id, { resolve, reject });
      workers[id % count].postMessage({ id, method, given });
    });
    return Object.fromEntries(METHODS.map((method) => [method, ask(method)]));
  };
}

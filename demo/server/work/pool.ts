import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { PictureProblem } from '../picture/problem.js';
import type { Run } from './jobs.js';
import type { Order, Report } from './thread.js';

/** So much is waiting that one more would wait too long. Costs nobody anything. */
export class Busy extends Error {}

interface Task extends Order {
  transfer?: ArrayBuffer[];
  resolve(output: never): void;
  reject(error: unknown): void;
}

/** A few threads for the long jobs, started when they are needed, so that the server always has time for its requests. */
export class Pool {
  private readonly threads = new Map<Worker, Task | undefined>();
  private readonly waiting: Task[] = [];
  private closed = false;

  constructor(
    private readonly most = Math.min(4, availableParallelism()),
    private readonly mostWaiting = 32,
  ) {}

  readonly run: Run = (name, input, transfer) =>
    new Promise((resolve, reject) => {
      if (this.closed) throw ended();
      if (this.waiting.length >= this.mostWaiting) throw new Busy('Too much is waiting already');
      this.waiting.push({ name, input: input as never, transfer, resolve, reject });
      this.next();
    });

  /** Ends the threads, also in the middle of a job; its caller is told. */
  async close(): Promise<void> {
    this.closed = true;
    for (const task of this.waiting.splice(0)) task.reject(ended());
    await Promise.all([...this.threads.keys()].map((thread) => thread.terminate()));
  }

  private next(): void {
    const task = this.waiting[0];
    const thread = task && (this.idle() ?? this.start());
    if (!thread) return;
    this.waiting.shift();
    this.threads.set(thread, task);
    thread.ref();
    thread.postMessage({ name: task.name, input: task.input } satisfies Order, task.transfer);
  }

  private idle = () => [...this.threads].find(([, task]) => !task)?.[0];

  private start(): Worker | undefined {
    if (this.threads.size >= this.most) return undefined;
    const thread = new Worker(new URL('./boot.mjs', import.meta.url), { execArgv: [] });
    this.threads.set(thread, undefined);
    thread.on('message', (report: Report) => {
      const task = this.threads.get(thread);
      this.threads.set(thread, undefined);
      thread.unref(); // an idle thread does not keep the process
      if (task) settle(task, report);
      this.next();
    });
    // A thread that dies (out of memory, for example) takes its job with it, not the server.
    let cause: unknown = ended();
    thread.on('error', (error) => (cause = error));
    thread.on('exit', () => {
      const task = this.threads.get(thread);
      this.threads.delete(thread);
      task?.reject(cause);
      this.next();
    });
    return thread;
  }
}

const ended = () => new Error('The thread was ended');

function settle(task: Task, report: Report): void {
  if ('output' in report) task.resolve(report.output as never);
  else if ('problem' in report) task.reject(new PictureProblem(report.problem.kind, report.problem.message));
  else task.reject(report.error);
}

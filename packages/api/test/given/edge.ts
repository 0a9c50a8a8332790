import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEdgeServer } from '../../src/edge/http.ts';
import { edgeRoutes } from '../../src/edge/routes.ts';
import { createLog } from '../../src/platform/log.ts';
import type { World } from './world.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0';

/** The edge over real HTTP on loopback. */
export class Edge {
  private constructor(
    private readonly server: Server,
    readonly address: string,
  ) {}

  static async open(world: World): Promise<Edge> {
    const { db, clock, vault, urls } = world.system;
    const server = createEdgeServer({
      routes: edgeRoutes({ db, clock, vault, urls }),
      log: createLog('edge', 'silent'),
      trustProxy: false,
      ready: async () => true,
      databaseAnswers: async () => true,
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new Edge(server, `http://127.0.0.1:${port}`);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** A person clicks a share link; gives the address it leads to. */
  async click(code: string): Promise<string | null> {
    const response = await fetch(`${this.address}/r/${code}`, {
      redirect: 'manual',
      headers: { 'user-agent': firefox },
    });
    return response.headers.get('location');
  }
}

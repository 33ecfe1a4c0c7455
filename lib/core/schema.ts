/**
 * The only import of zod. `jitless`, because zod otherwise compiles validators with `new Function`, which an
 * extension page's content security policy forbids.
 */
import { z } from "zod";

z.config({ jitless: true });

export { z };

import { serveMappings } from "@/lib/platform/mapping/serve-offscreen";
import { startMappingWorker } from "@/lib/platform/mapping/start-worker";
import { createWorkerEngine } from "@/lib/platform/mapping/worker-engine";

serveMappings(createWorkerEngine(startMappingWorker), () => window.close());

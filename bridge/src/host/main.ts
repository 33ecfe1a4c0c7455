import { runHost } from "./run-host";

// Started by the browser; standard input and output are the extension's.
runHost();

import { usualPort } from "./read-arguments";

export const help = `Chatside's tools for programs that speak MCP, by way of the extension in your own browser.

  chatside-mcp                 serve the program that starts it, over standard input and output
  chatside-mcp http            serve programs on this computer over Streamable HTTP, with a token
  chatside-mcp install         make the bridge known to your browsers
  chatside-mcp doctor          say what is missing, and what to do
  chatside-mcp uninstall       remove everything it wrote

  --profile NAME               which browser profile, if several are connected (its name in Chatside, or its id)
  --port NUMBER                for http; ${usualPort} if not said
  --extension-id ID            for install; Chatside's options show the whole command under MCP bridge
  --browser NAME               for install: chrome, chromium, edge, brave or all; those that are there if not said
  --user-data-dir FOLDER       for install: of a browser that is started with that option
  --help, --version
`;

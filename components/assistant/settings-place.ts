import { hrefOf } from "@/components/settings/shell/place";

/** Where the assistant is set up, in the options page. */
export const assistantSettings = hrefOf({ route: "assistant" });

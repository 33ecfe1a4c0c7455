import { openUrl } from "@/lib/platform/tabs";

/** Opens a page of the CRM in a tab of its own. */
export const useOpenUrl = () => (url: string) => void openUrl(url);

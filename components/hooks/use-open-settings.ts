import { openOptionsPage } from "@/lib/platform/tabs";

/** Opens the options page, or one place of it (`#/webhooks`). */
export const useOpenSettings = () => (place?: string) => void openOptionsPage(place);

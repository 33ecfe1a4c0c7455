import { renderPage } from "@/components/page";
import { Panel } from "@/components/panel/panel";
import { panelTabId } from "@/lib/platform/side-panel";

renderPage(<Panel tabId={panelTabId(location)} />);

import { renderPage } from "@/components/page";
import { OptionsPage } from "@/components/settings/shell/options-page";

renderPage(<OptionsPage />);

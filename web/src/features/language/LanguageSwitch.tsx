import { useIntl } from "react-intl";
import { storeLanguage, useLanguage } from "../../address/use-language.ts";
import { updateUrl } from "../../address/use-url.ts";
import { Button } from "../../ui/Button.tsx";

/** Says the other language's name in that language. */
export function LanguageSwitch() {
  const { formatMessage } = useIntl();
  const other = useLanguage() === "th" ? "en" : "th";
  const change = () => {
    storeLanguage(other);
    updateUrl({ language: other }, "replace");
  };
  return (
    <Button look="plain" onClick={change} title={formatMessage({ id: "language.switch" })} lang={other}>
      {other === "en" ? "EN" : "ไทย"}
      <span className="visually-hidden">{other === "en" ? "English" : "ภาษาไทย"}</span>
    </Button>
  );
}

import { useIntl } from "react-intl";
import { IconButton } from "../../ui/Button.tsx";
import { setTheme, useTheme } from "../../ui/use-theme.ts";

export function ThemeSwitch() {
  const { formatMessage } = useIntl();
  const theme = useTheme();
  return (
    <IconButton
      icon={theme === "dark" ? "sun" : "moon"}
      label={formatMessage({ id: theme === "dark" ? "theme.light" : "theme.dark" })}
      onClick={() => setTheme(theme === "dark" ? "light" : "dark")}
    />
  );
}

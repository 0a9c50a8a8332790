export { Board, type BoardCard, type BoardColumn, type BoardProps } from './blocks/board.tsx';
export { BarChart, type ChartProps, LineChart } from './blocks/charts/chart.tsx';
export type { ChartFormat, ChartRow, ChartSeries } from './blocks/charts/chart-values.ts';
export { DataTable, type DataTableProps } from './blocks/data-table/data-table.tsx';
export { SimpleTable, type SimpleTableProps } from './blocks/data-table/simple-table.tsx';
export type {
  DataTableColumn,
  SavedViews,
  SetTableQuery,
  TableFilter,
  TablePage,
  TableQuery,
  TableRefusal,
  TableSelection,
  TableSort,
  TableView,
} from './blocks/data-table/types.ts';
export {
  CheckboxField,
  DateField,
  MoneyField,
  NumberField,
  RadioField,
  SelectField,
  SwitchField,
  TextareaField,
  TextField,
} from './blocks/forms/fields.tsx';
export {
  Form,
  FormActions,
  FormError,
  type FormFailure,
  type FormProps,
  FormRow,
  FormSection,
  SubmitButton,
} from './blocks/forms/form.tsx';
export { plainIssue } from './blocks/forms/plain-issue.ts';
export { useZodForm, type ZodForm } from './blocks/forms/use-zod-form.ts';
export {
  NotificationBell,
  type NotificationBellProps,
} from './blocks/notifications/notification-bell.tsx';
export {
  type NotificationItem,
  NotificationList,
  type NotificationListProps,
} from './blocks/notifications/notification-list.tsx';
export { AppShell, type AppShellProps, type ShellAccount, SkipLink } from './blocks/shell/app-shell.tsx';
export {
  type CommandItem,
  CommandPalette,
  type CommandPaletteProps,
  type CommandSearch,
} from './blocks/shell/command-palette.tsx';
export type { NavItem, NavSection } from './blocks/shell/navigation.tsx';
export {
  AuthCard,
  type AuthCardProps,
  type PublicLink,
  PublicShell,
  type PublicShellProps,
} from './blocks/shell/public-shell.tsx';
export { type UsState, UsTileMap, type UsTileMapProps } from './blocks/us-tile-map.tsx';
export { Alert, type AlertProps, Banner } from './components/alert.tsx';
export { Badge, type BadgeProps, StatusBadge, type StatusBadgeProps } from './components/badge.tsx';
export {
  Button,
  type ButtonProps,
  IconButton,
  type IconButtonProps,
} from './components/button.tsx';
export { Card, type CardProps, Stat, StatGrid, type StatProps, type StatTrend } from './components/card.tsx';
export {
  Checkbox,
  type CheckboxProps,
  RadioGroup,
  type RadioGroupProps,
  type RadioOption,
  Switch,
  type SwitchProps,
} from './components/choice.tsx';
export { ConfirmDialog, type ConfirmDialogProps } from './components/confirm-dialog.tsx';
export { CopyButton, type CopyButtonProps, CopyField, type CopyFieldProps } from './components/copy.tsx';
export { Dialog, DialogClose, type DialogProps } from './components/dialog.tsx';
export {
  DropdownMenu,
  type DropdownMenuProps,
  type MenuAction,
  type MenuItem,
} from './components/dropdown-menu.tsx';
export {
  Progress,
  type ProgressProps,
  Skeleton,
  SkeletonTable,
  SkeletonText,
  Toaster,
  toast,
} from './components/feedback.tsx';
export { Field, type FieldAria, type FieldProps, Label, type LabelProps } from './components/field.tsx';
export {
  Input,
  type InputProps,
  Select,
  type SelectOption,
  type SelectProps,
  Textarea,
  type TextareaProps,
} from './components/input.tsx';
export { Logo, LogoMark, type LogoProps } from './components/logo.tsx';
export { Money, MoneyInput, type MoneyInputProps, type MoneyProps } from './components/money.tsx';
export {
  DetailLayout,
  type DetailLayoutProps,
  Page,
  PageHeader,
  type PageHeaderProps,
  type PageProps,
} from './components/page.tsx';
export { Pagination, type PaginationProps } from './components/pagination.tsx';
export { QrCode, type QrCodeProps } from './components/qr-code.tsx';
export {
  Avatar,
  Breadcrumbs,
  type Crumb,
  type DefinitionItem,
  DefinitionList,
  type DefinitionListProps,
  Kbd,
  LockedField,
  type LockedFieldProps,
  Separator,
} from './components/small.tsx';
export { EmptyState, type EmptyStateProps, ErrorState, type ErrorStateProps } from './components/states.tsx';
export { type Tab, Tabs, type TabsProps } from './components/tabs.tsx';
export { ThemeProvider, type ThemeProviderProps, ThemeToggle } from './components/theme.tsx';
export { DateOnly, DateTime, type DateTimeProps, LastDay, RelativeTime } from './components/time.tsx';
export { Timeline, type TimelineEvent, type TimelineProps } from './components/timeline.tsx';
export { Tooltip, type TooltipProps } from './components/tooltip.tsx';
export {
  LinkTo,
  type LinkToProps,
  TextLink,
  type UiContextValue,
  UiProvider,
  type UiProviderProps,
  useUi,
} from './components/ui-provider.tsx';
export { Percent, type PercentProps, Phone, type PhoneProps } from './components/values.tsx';
export { useHasUnsavedWork } from './hooks/unsaved-work.ts';
export { useDebounced } from './hooks/use-debounced.ts';
export { useHydrated } from './hooks/use-hydrated.ts';
export { useUnsavedChanges } from './hooks/use-unsaved-changes.ts';
export { cn } from './lib/cn.ts';
export { toCsv } from './lib/csv.ts';
export {
  type FormatMoneyOptions,
  formatMoney,
  minorToDecimal,
  type ParsedMoney,
  parseMoneyInput,
} from './lib/money.ts';
export { usTiles } from './lib/us-tiles.ts';
export {
  type AppName,
  formatPercent,
  formatPhone,
  humanize,
  initials,
  statusTone,
  type Tone,
} from './lib/words.ts';
export { dayEnd, dayIn, dayStart, lastDayBefore } from './lib/zoned-days.ts';

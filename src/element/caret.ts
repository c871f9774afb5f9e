/** Behind what stands in a field: a caret goes where a value ends that is set. */
export function caretToEnd(field: HTMLInputElement): void {
  const { value } = field;
  field.value = '';
  field.value = value;
}

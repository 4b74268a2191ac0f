export function word(state: 'open' | 'closed') {
  switch (state) {
    case 'open':
      return 'Open';
  }
  return '';
}

import { Button as LibraryButton } from '@heroui/react';
export const Button = LibraryButton;

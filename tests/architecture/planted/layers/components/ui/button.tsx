import { buttonVariants } from '@heroui/styles';
export const Button = buttonVariants;

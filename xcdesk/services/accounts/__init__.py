"""How people prove who they are: passwords and PINs, the count of wrong ones, the way back."""
